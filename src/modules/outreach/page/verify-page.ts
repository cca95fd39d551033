/*
The page on which anybody checks a training certificate by its code: valid, revoked or unknown, with what was taught, when and in which province. It says no name, no badge
and no category. Without script.
*/
import { documentPage } from '../../../platform/http/document-page.ts'
import { type Html, html } from '../../../platform/http/html.ts'
import type { InLanguages, RevocationReason, TrainingModule } from '../contract-training.ts'
import { type PaperLanguage, inWords, sayIn } from './training-papers.ts'

export interface Verified {
  readonly number: string
  readonly title: InLanguages
  readonly modules: readonly TrainingModule[]
  readonly firstDay: string
  readonly lastDay: string
  readonly provinceName: string
  readonly on: string
  readonly revoked: { readonly day: string; readonly reason: RevocationReason } | null
}
const FORM = `form{display:flex;flex-wrap:wrap;gap:10px;align-items:end;margin:18px 0}label{display:grid;gap:4px;flex:1 1 240px}input,button{font:inherit;padding:9px 12px;min-height:44px;border:1.5px solid var(--line);border-radius:8px;background:var(--paper);color:var(--ink);max-width:100%}button{background:var(--accent);color:var(--paper);border-color:var(--accent)}`

export function verifyPage(asked: { readonly found: Verified | null; readonly typed: string | null }, language: PaperLanguage): Html {
  const say = sayIn(language)
  const { found, typed } = asked
  return documentPage({
    ...{ title: say('verify.title'), language, style: FORM },
    body: html`<h1>${say('verify.title')}</h1>
      ${found && foundPart(found, language)}
      ${typed !== null && found === null && html`<p class="note" role="alert">${say('verify.unknown')}</p>`}
      ${found ? html`<p><a href="/training/verify">${say('verify.again')}</a></p>` : html`<p>${say('verify.lead')}</p>`}
      ${
        found === null &&
        html`<form method="get" action="/training/verify">
          <label
            >${say('verify.code')}<input
              name="code"
              autocomplete="off"
              autocapitalize="characters"
              maxlength="20"
              required
              value="${typed ?? ''}"
          /></label>
          <button type="submit">${say('verify.go')}</button>
        </form>`
      }`,
    footer: html`<p>${say('verify.no-name')}</p>`,
  })
}
function foundPart({ revoked, ...of }: Verified, language: PaperLanguage): Html {
  const say = sayIn(language)
  const rows = [
    [say('verify.number'), of.number],
    [say('verify.training'), inWords(of.title, language)],
    [say('verify.modules'), of.modules.map((module) => say(`training.module.${module}`)).join(', ')],
    [say('verify.days'), `${dayText(of.firstDay)} – ${dayText(of.lastDay)}`],
    [say('verify.province'), of.provinceName],
    [say('verify.issued'), dayText(of.on)],
  ] as const
  return html`<p>
      <span class="status ${revoked === null ? 'green' : 'red'}">${say(revoked === null ? 'verify.valid' : 'verify.revoked')}</span>
    </p>
    ${revoked && html`<p>${say('verify.revoked.why', { day: dayText(revoked.day), reason: say(`verify.reason.${revoked.reason}`) })}</p>`}
    <table>
      <tbody>
        ${rows.map(
          ([label, value]) =>
            html`<tr>
              <th scope="row">${label}</th>
              <td>${value}</td>
            </tr>`,
        )}
      </tbody>
    </table>`
}
const dayText = (day: string): string => day.split('-').toReversed().join('-')
