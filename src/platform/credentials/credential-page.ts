/*
A credential for a person with a browser: what it says, field by field under the names of its standard, and where the signed file is. A page proves nothing, and
says so; it refuses to know what the fields mean, because every credential of this server is shown by it.
*/
import { documentPage } from '../http/document-page.ts'
import { type Html, html } from '../http/html.ts'
import { isObject, listed } from './json.ts'
import type { JsonObject } from './json.ts'

const WORDS = {
  fr: {
    intro: 'Ce que dit ce titre vérifiable, champ par champ, sous les noms de sa norme (en anglais).',
    proof:
      'Cette page est faite pour être lue ; elle ne prouve rien. Ce qui prouve, c’est le fichier signé : enregistrez-le et vérifiez-le avec « chanzo verify » ou un autre vérificateur de titres W3C.',
    signed: 'Fichier signé (JWT)',
    envelope: 'Le même en JSON',
    issuer: 'Émetteur',
    from: 'Valable à partir du',
    until: 'Valable jusqu’au',
    content: 'Contenu',
    letters: 'signes',
  },
  en: {
    intro: 'What this verifiable credential says, field by field, under the names of its standard.',
    proof:
      'This page is for reading; it proves nothing. What proves is the signed file: save it and check it with “chanzo verify” or any verifier of W3C credentials.',
    signed: 'Signed file (JWT)',
    envelope: 'The same as JSON',
    issuer: 'Issuer',
    from: 'Valid from',
    until: 'Valid until',
    content: 'Content',
    letters: 'letters',
  },
} as const

const MOST_LETTERS = 200
/** Said at the head of the page, or of no use to a reader. */
const ELSEWHERE: readonly string[] = ['@context', 'type', 'issuer', 'validFrom', 'validUntil', 'renderMethod']

/** `lotWeightUOM` → `lot weight UOM`. */
const spaced = (name: string): string =>
  name.replace(
    /([a-z0-9])([A-Z]+)/g,
    (_all, before: string, after: string) => `${before} ${after.length === 1 ? after.toLowerCase() : after}`,
  )

export function credentialPage(credential: JsonObject, { language }: { readonly language: 'fr' | 'en' }): Html {
  const words = WORDS[language]
  const kinds = listed(credential['type']).filter((one) => one !== 'VerifiableCredential')
  const { issuer } = credential
  const [name, did] = isObject(issuer) ? [issuer['name'], issuer['id']] : [null, issuer]
  const row = (label: string, value: unknown): Html | null =>
    value === undefined || value === null
      ? null
      : html`<tr>
          <th scope="row">${label}</th>
          <td>${valueOf(value, words)}</td>
        </tr>`
  const rest = Object.fromEntries(Object.entries(credential).filter(([key]) => !ELSEWHERE.includes(key)))
  const body = html`<h1>${spaced(String(kinds.at(-1) ?? 'VerifiableCredential'))}</h1>
    <p>${words.intro}</p>
    <p class="note">
      ${words.proof}<br /><a href="?format=jwt" download>${words.signed}</a> · <a href="?format=json" download>${words.envelope}</a>
    </p>
    <table>
      ${row(words.issuer, typeof name === 'string' ? `${name} (${String(did)})` : did)} ${row(words.from, credential['validFrom'])}
      ${row(words.until, credential['validUntil'])}
    </table>
    <h2>${words.content}</h2>
    ${valueOf(rest, words)}`
  return documentPage({
    title: spaced(String(kinds.at(-1) ?? '')),
    language,
    body,
    style: 'td table th{font-weight:400}td ul{margin:0;padding-left:1.1em}',
  })
}

function valueOf(value: unknown, words: (typeof WORDS)['fr' | 'en']): Html {
  if (Array.isArray(value))
    return value.length === 1
      ? valueOf(value[0], words)
      : html`<ul>
          ${value.map((one) => html`<li>${valueOf(one, words)}</li>`)}
        </ul>`
  if (isObject(value))
    return html`<table>
      ${Object.entries(value).map(
        ([key, inner]) =>
          html`<tr>
            <th scope="row">${spaced(key)}</th>
            <td>${valueOf(inner, words)}</td>
          </tr>`,
      )}
    </table>`
  const text = String(value)
  return html`${text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}… (${text.length} ${words.letters})` : text}`
}
