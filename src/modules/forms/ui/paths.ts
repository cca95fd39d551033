/* Addresses of forms: an id and a version fit into one, but a version may hold a dot. */
export const formPath = (form: string): string => `/forms/${encodeURIComponent(form)}`
export const versionAddress = (form: string, version: string): string =>
  `/api/forms/${encodeURIComponent(form)}/versions/${encodeURIComponent(version)}`
export const printAddress = (form: string, version: string, language: string): string =>
  `${versionAddress(form, version)}/print?language=${language}`
