/** The types an agency may be of, by code, as `seeds/reference/types.yaml` names them; years refer to them too. */
export const agencyTypeCodes = [
  'constitutionalBody',
  'department',
  'stateEnterprise',
  'publicOrganization',
  'otherStateAgency',
  'university',
  'province',
  'provincialOrganization',
  'cityMunicipality',
  'townMunicipality',
  'subdistrictMunicipality',
  'subdistrictOrganization',
  'specialLocal',
] as const
