/*
The page behind an identifier that stands in EPCIS documents. A stranger reads what kind of thing it is, that the register knows it, and
who gave the identifier: no name, no place, no weight. Who is signed in and may see more gets a link to the screen.
*/
import { documentPage } from '../../../platform/http/document-page.ts'
import { type Html, html } from '../../../platform/http/html.ts'

export type Kind = 'obj' | 'class' | 'loc' | 'party' | 'bt'
export interface Identifier {
  readonly kind: Kind
  readonly uri: string
  readonly isKnown: boolean
  /** Country programme whose register this is: `CD`. */
  readonly issuer: string
}
export interface IdentifierReader {
  readonly language: 'fr' | 'en'
  readonly isSignedIn: boolean
  readonly screens: readonly { readonly path: string; readonly text: string }[]
}

const words = {
  fr: {
    kinds: { obj: 'Sac ou contenant', class: 'Lot de minerai', loc: 'Site ou lieu', party: 'Organisation', bt: 'Document commercial' },
    known: 'Le registre connaît cet identifiant.',
    unknown: 'Le registre ne connaît pas cet identifiant. Relisez-le signe par signe.',
    issuer: 'Émis par',
    register: 'registre de la chaîne de possession',
    identifier: 'Identifiant',
    more: 'Pour en voir plus :',
    signIn: 'se connecter',
    none: 'Vos droits ne montrent rien de plus sur cette chose.',
    foot: 'Cette page ne dit ni nom, ni lieu, ni poids. Ils se lisent après connexion, selon vos droits.',
  },
  en: {
    kinds: { obj: 'Bag or container', class: 'Lot of mineral', loc: 'Site or place', party: 'Organisation', bt: 'Business document' },
    known: 'The register knows this identifier.',
    unknown: 'The register does not know this identifier. Read it again sign by sign.',
    issuer: 'Issued by',
    register: 'register of the chain of custody',
    identifier: 'Identifier',
    more: 'To see more:',
    signIn: 'sign in',
    none: 'Your rights show nothing more about this thing.',
    foot: 'This page says no name, no place and no weight. They can be read after signing in, by what you may see.',
  },
} as const

export function identifierPage({ kind, uri, isKnown, issuer }: Identifier, { language, isSignedIn, screens }: IdentifierReader): Html {
  const say = words[language]
  const title = say.kinds[kind]
  const links = screens.map(({ path, text }) => html`<li><a href="${path}">${text}</a></li>`)
  const more = !isSignedIn
    ? html`<p>${say.more} <a href="/">${say.signIn}</a></p>`
    : screens.length === 0
      ? html`<p>${say.none}</p>`
      : html`<p>${say.more}</p>
          <ul>
            ${links}
          </ul>`
  const rows = html`<tr>
      <th>${say.identifier}</th>
      <td>${uri}</td>
    </tr>
    ${
      isKnown
        ? html`<tr>
            <th>${say.issuer}</th>
            <td>${issuer}, ${say.register}</td>
          </tr>`
        : html``
    }`
  const body = html`<h1>${title}</h1>
    <table>
      <tbody>
        ${rows}
      </tbody>
    </table>
    <p>${isKnown ? say.known : say.unknown}</p>
    ${isKnown ? more : html``}`
  return documentPage({ title, language, body, footer: html`<p>${say.foot}</p>` })
}
