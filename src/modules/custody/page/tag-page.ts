/*
The page that the code on a tag leads to. A stranger reads that the number was printed or was not, by whom, and whether it is void:
no site, no holder, no lot. Who is signed in and may see the lot gets a link to it.
*/
import { documentPage } from '../../../platform/http/document-page.ts'
import { type Html, html } from '../../../platform/http/html.ts'

export interface PublicTag {
  readonly issuer: string
  readonly tag: string
  readonly found: 'printed' | 'unknown' | 'wrong-check-digit'
  readonly isVoid: boolean
}
export interface TagReader {
  readonly language: 'fr' | 'en'
  /** Whether somebody is signed in, and the lots with this tag that they may see. */
  readonly signedIn: boolean
  readonly lots: readonly { readonly id: string; readonly number: string }[]
}

const words = {
  fr: {
    title: 'Étiquette',
    printed: 'Ce numéro a été imprimé par cet émetteur.',
    unknown:
      'Aucune étiquette enregistrée de cet émetteur ne porte ce numéro. Relisez-le sur l’étiquette ; un sac qui le porte est suspect.',
    'wrong-check-digit': 'Le dernier chiffre de ce numéro ne va pas avec les autres. Relisez chaque chiffre sur l’étiquette.',
    void: 'Cette étiquette a été déclarée nulle. Elle ne doit fermer aucun sac : prévenez le SAEMAPE ou la division des Mines.',
    valid: 'Elle n’est pas déclarée nulle.',
    issuer: 'Émetteur',
    number: 'Numéro',
    lot: 'Le sac ou le lot de cette étiquette :',
    none: 'Aucun lot que vous pouvez voir ne porte cette étiquette.',
    foot: 'Cette page ne dit ni le site, ni le détenteur, ni le poids. Ils se lisent après connexion, selon vos droits.',
  },
  en: {
    title: 'Tag',
    printed: 'This number was printed by this issuer.',
    unknown: 'No registered tag of this issuer has this number. Read it on the tag again; a bag that carries it is suspect.',
    'wrong-check-digit': 'The last digit of this number does not go with the others. Read every digit on the tag again.',
    void: 'This tag was declared void. It must close no bag: tell SAEMAPE or the division of Mines.',
    valid: 'It is not declared void.',
    issuer: 'Issuer',
    number: 'Number',
    lot: 'The bag or lot of this tag:',
    none: 'No lot that you may see carries this tag.',
    foot: 'This page says neither site nor holder nor weight. They can be read after signing in, by what you may see.',
  },
} as const

export function tagPage({ issuer, tag, found, isVoid }: PublicTag, { language, signedIn, lots }: TagReader): Html {
  const say = words[language]
  const state = found !== 'printed' ? null : isVoid ? html`<p class="status red">${say.void}</p>` : html`<p>${say.valid}</p>`
  const links = lots.map((lot) => html`<li><a href="/lots/${lot.id}">${lot.number}</a></li>`)
  const seen = !signedIn
    ? null
    : lots.length === 0
      ? html`<p>${say.none}</p>`
      : html`<p>${say.lot}</p>
          <ul>
            ${links}
          </ul>`
  const body = html`<h1>${say.title} ${tag}</h1>
    <table>
      <tbody>
        <tr>
          <th>${say.number}</th>
          <td>${tag}</td>
        </tr>
        <tr>
          <th>${say.issuer}</th>
          <td>${issuer}</td>
        </tr>
      </tbody>
    </table>
    <p>${say[found]}</p>
    ${state}${seen}`
  return documentPage({ title: `${say.title} ${tag}`, language, body, footer: html`<p>${say.foot}</p>` })
}
