/** The words of an instance that one agency uses on its own. */
const step = (name: string, meaning: string): readonly [name: string, meaning: string] => [name, meaning]

export const ownAgency = {
  results: 'Our results',
  nothingPublished: 'No results of the agency have been published here yet.',
  first: 'What to do first',
  openRound: step('Open a round', 'the agency is enrolled at once; then set the days'),
  invite: step('Invite colleagues', 'each to a role in the agency or in one of its units'),
  readFramework: step('Read the framework', 'what the year asks, and how it is scored'),
  scope: 'this whole instance',
  enrolled: 'The agency is enrolled in this round.',
  notEnrolled: 'The agency is not enrolled in this round yet.',
  enrol: 'Enrol the agency',
  openHint:
    'The agency is enrolled at once. The round is pinned by hash to the framework that comes with the product.',
}
