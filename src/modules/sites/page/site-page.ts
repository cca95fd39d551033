/*
The public page of a site: one sheet without script, for anybody with any phone. Colour with its word and shape, the clock, the order
or the source, and how fresh it is. It refuses to know the position and every person: `PublicSite` does not carry them.
*/
import { type Html, html } from '../../../platform/http/html.ts'
import type { PublicSite } from '../domain/register/public-site.ts'
import { rulebookTitlesFr } from '../words/rulebooks-fr.ts'
import { type Language, type Say, dayIn, registerPage, speaker, statusMark } from './page-parts.ts'

export function sitePage(site: PublicSite, language: Language): Html {
  const say = speaker(language)
  const { standing } = site
  const body = html`<h1>${site.name}</h1>
    ${mergedInto(site, say, language)}
    <p>${statusMark(site, say)}</p>
    <p>${clockOf(site, say, language)}</p>
    ${standing.held ? html`<p class="note">${say('page.held')}</p>` : null} ${basisOf(site, say, language)}
    <table>
      ${row(say('page.national-id'), site.nationalId)}
      ${row(say(site.placeIsStated ? 'page.place-stated' : 'page.place'), [site.territoire, site.province].filter((part) => part !== null).join(', ') || say('page.unknown'))}
      ${row(say('page.minerals'), site.minerals.map((mineral) => say(`page.mineral.${mineral}`)).join(', ') || say('page.unknown'))}
      ${row(say('page.last-visit'), site.lastVisitOn === null ? say('page.never-visited') : dayIn(site.lastVisitOn, language))}
      ${row(say('page.rulebook'), `${titleOf(site.rulebook, language)} (${site.rulebook.id})`)}
    </table>
    <p class="small">${say('page.coarse')}</p>`
  return registerPage({ title: site.name, language, body, day: site, at: null })
}

/** Who comes with an old key learns where the site stands now. */
function mergedInto({ mergedInto: survivor }: PublicSite, say: Say, language: Language): Html | null {
  if (survivor === null) return null
  const address = `/site/${encodeURIComponent(survivor.nationalId)}?language=${language}`
  return html`<p class="note">${say('page.merged')} <a href="${address}">${survivor.name} (${survivor.nationalId})</a>.</p>`
}

/** The rulebook's own title is English and frozen with its text. */
const titleOf = ({ id, title }: PublicSite['rulebook'], language: Language): string =>
  language === 'fr' ? (rulebookTitlesFr[id] ?? title) : title

const row = (name: string, value: string): Html =>
  html`<tr>
    <th scope="row">${name}</th>
    <td>${value}</td>
  </tr>`

function clockOf({ standing, rulebook }: PublicSite, say: Say, language: Language): string {
  const { lapse, colour, shown } = standing
  const until = standing.validUntil === null ? null : dayIn(standing.validUntil, language)
  const since = standing.since === null ? null : dayIn(standing.since, language)
  if (lapse !== null && (lapse.colour === 'green' || lapse.colour === 'blue') && standing.basis !== 'reported') {
    const facts = { colour: say(`page.colour.${lapse.colour}`), day: dayIn(lapse.on, language), rulebook: rulebook.id }
    if (colour === 'blue') return say('page.lapse.blue', { ...facts, until: until ?? say('page.unknown') })
    return colour === 'red' ? say('page.lapse.red', facts) : say('page.lapse.none', facts)
  }
  if (lapse !== null && lapse.colour === shown) return say('page.ended', { day: dayIn(lapse.on, language) })
  if (since === null) return say('page.no-status')
  return until === null ? say('page.since', { since }) : say('page.since-until', { since, until, days: standing.daysLeft ?? 0 })
}

function basisOf(site: PublicSite, say: Say, language: Language): Html {
  const { standing } = site
  if (standing.basis === 'reported')
    return html`<p class="note">${say('page.reported', { source: site.reportedBy ?? say('page.unknown') })}</p>`
  if (standing.basis === 'blue-application') return html`<p>${say('page.blue-application')}</p>`
  if (standing.orderNumber === null) return html``
  const signed = standing.orderSignedOn === null ? say('page.unknown') : dayIn(standing.orderSignedOn, language)
  const published =
    site.orderPublishedOn === null ? say('page.not-published') : say('page.published', { day: dayIn(site.orderPublishedOn, language) })
  return html`<p>${say('page.order', { number: standing.orderNumber, signed })} ${published}</p>`
}
