/** Words of the REST door and of its reference page. */

export const apiReference = {
  title: 'API reference',
  intro:
    'Every route of REST version 1, made from the same OpenAPI document that programs read. What is public needs no key.',
  document: 'The OpenAPI document (JSON)',
  home: 'Back to the start',
  otherLanguage: 'ภาษาไทย',
  operations: 'Operations',
  schemas: 'Schemas',
  parameters: 'Parameters',
  name: 'Name',
  place: 'In',
  shape: 'Shape',
  meaning: 'Meaning',
  required: 'required',
  body: 'Request body',
  answers: 'Answers',
  status: 'Status',
  needsKey: 'Needs a key (Authorization: Bearer)',
  example: 'Example',
  errors: 'Errors',
  errorsIntro:
    'Every refusal is answered as application/problem+json (RFC 9457), in the language asked for by Accept-Language: type bears the code of the problem, errors each thing to mend.',
}

export const apiProblems = {
  'api.bodyUnreadable': () => 'The body cannot be read: send well-formed JSON, or a form with a file',
  'api.fileMissing': () => 'There is no file in the form: attach one',
}
