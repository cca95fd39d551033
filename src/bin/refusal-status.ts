/*
One table from refusal codes to HTTP statuses. A refusal of a decision is a conflict with what stands (409) unless it is named
here; a code that says something is unknown is a 404 by its name.
*/
const STATUS: { readonly [code: string]: number } = {
  'not-signed-in': 401,
  'not-allowed': 403,
  'outside-your-territory': 403,
  'device-not-enrolled': 403,
  'signature-not-valid': 403,
  'request-from-another-site': 403,
  'beyond-your-territory': 403,
  'beyond-their-territory': 403,
  'not-your-organisation': 403,
  'not-your-device': 403,
  'not-to-yourself': 403,
  'not-a-member': 403,
  'not-of-the-team': 403,
  'action-of-the-reviewer': 403,
  'second-person-needed': 403,
  'one-person-one-signature': 403,
  'not-understood': 400,
  'position-not-valid': 400,
  'boundaries-not-geojson': 400,
  'boundaries-empty': 400,
  'boundaries-damaged': 400,
  'too-large': 413,
  'file-too-large': 413,
  'picture-too-large': 413,
  'file-kind-not-taken': 415,
  'file-not-what-it-says': 415,
  'picture-unusual': 415,
  'file-empty': 400,
  'file-damaged': 400,
  'file-cut-short': 400,
  'pdf-acts': 400,
  'pdf-locked': 400,
  'too-many-tries': 429,
}

export function refusalStatus(code: string): number {
  return STATUS[code] ?? (code.startsWith('unknown-') || code.startsWith('no-such-') ? 404 : 409)
}
