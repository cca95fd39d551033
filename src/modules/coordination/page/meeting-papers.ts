/*
Papers of a meeting on A4, without script: invitation, attendance sheet, minutes, list of actions. Seats are functions; lines for names and signatures are empty and are
filled in by hand. They refuse to name anybody.
*/
import { type Language, dateText, numberText } from '../../../kernel/phrase.ts'
import { documentPage } from '../../../platform/http/document-page.ts'
import { type Html, html } from '../../../platform/http/html.ts'
import type { ActionLine } from '../contract.ts'
import type { ItemShown, MeetingShown } from '../contract-meetings.ts'
import { heldText } from '../domain/held-text.ts'
import { rushText } from '../domain/rush-text.ts'
import { type Say, itemTitle, sayIn } from './page-words.ts'

export type MeetingPaper = 'invitation' | 'attendance' | 'minutes' | 'actions'
const STYLE = `table{font-size:14px}td,th{padding:5px 8px 5px 0}tr{break-inside:avoid}h2{break-after:avoid}.wide{overflow-x:auto}td.line{min-width:110px;height:34px}
.signs{display:flex;gap:40px;margin-top:44px;break-inside:avoid}.signs div{flex:1;border-top:1px solid var(--ink);padding-top:6px;margin-top:56px}.hash{overflow-wrap:anywhere}.text{white-space:pre-wrap}
@media print{.wide{overflow:visible}table{font-size:11.5px}@page{size:A4;margin:15mm;@bottom-right{content:counter(page) " / " counter(pages)}}}`

interface Asked {
  readonly paper: MeetingPaper
  readonly language: Language
  readonly today: string
}
export function meetingPaper(meeting: MeetingShown, { paper, language, today }: Asked): Html {
  const say = sayIn(language)
  const { code, day, time, place } = meeting.line
  const parts = { invitation, attendance: attendanceSheet, minutes, actions: actionList } as const
  const kg = (grams: number): string => numberText(language, Math.round(grams / 1000))
  const figures = (item: ItemShown): string =>
    [heldText(say, item, kg), rushText(say, language, item)].flatMap((text) => (text === '' ? [] : ` · ${text}`)).join('')
  const body = html`<p class="small">${meeting.committee.name} (${meeting.committee.code})</p>
    <h1>${say(`page.${paper}`)}</h1>
    <p><b>${say('page.meeting', { code })}</b><br />${say('page.when', { day, time, place })}</p>
    ${meeting.reason === null ? null : html`<p>${say('page.extra', { reason: meeting.reason })}</p>`} ${parts[paper](meeting, say, figures)}
    ${paper === 'actions' ? null : signatures(say)}`
  const footer = html`<p>${say('page.no-case')} ${say('page.printed', { day: today })}</p>`
  return documentPage({ title: `${say(`page.${paper}`)} ${code}`, language, body, footer, style: STYLE })
}
const signatures = (say: Say): Html =>
  html`<div class="signs">
    <div>${say('page.president')}<br /><span class="small">${say('page.sign')}</span></div>
    <div>${say('page.rapporteur')}<br /><span class="small">${say('page.sign')}</span></div>
  </div>`

/** What an item says in numbers beside why it is there. */
type Figures = (item: ItemShown) => string
function invitation(meeting: MeetingShown, say: Say, figures: Figures): Html {
  return html`<p>${say('page.convoked', { day: meeting.convokedOn, n: meeting.noticeDays })}</p>
    <p>${say('page.invited')}</p>
    ${seatTable(meeting, say)} ${agenda(meeting, say, figures)}`
}
function agenda({ items }: MeetingShown, say: Say, figures: Figures): Html {
  const standing = items.filter((one) => one.removed === null)
  return html`<h2>${say('page.agenda')}</h2>
    ${
      standing.length === 0
        ? html`<p>${say('page.no-items')}</p>`
        : html`<ol>
            ${standing.map(
              (one) =>
                html`<li>
                  ${itemTitle(say, one)}<br /><span class="small"
                    >${one.source === 'own' ? one.why : say(`item.why.${one.source}`)}${figures(one)}</span
                  >
                </li>`,
            )}
          </ol>`
    }`
}
function seatTable({ components }: MeetingShown, say: Say): Html {
  return html`<table>
    <tr>
      <th>${say('page.component')}</th>
      <th>${say('page.seat')}</th>
      <th>${say('page.body')}</th>
    </tr>
    ${components.flatMap((component) =>
      component.seats.map(
        (seat) =>
          html`<tr>
            <td>${component.name}${component.isWithdrawn ? ` (${say('page.withdrawn')})` : ''}</td>
            <td>${seat.title}</td>
            <td>${seat.organisationName ?? '–'}</td>
          </tr>`,
      ),
    )}
  </table>`
}
function attendanceSheet({ components }: MeetingShown, say: Say): Html {
  return html`<div class="wide">
    <table>
      <tr>
        ${(['page.component', 'page.seat', 'page.arrival', 'page.departure', 'page.signature'] as const).map((key) => html`<th>${say(key)}</th>`)}
      </tr>
      ${components.flatMap((component) =>
        component.seats.map(
          (seat) =>
            html`<tr>
              <td>${component.name}</td>
              <td>${seat.title}<br /><span class="small">${seat.organisationName ?? '–'}</span></td>
              <td class="line"></td>
              <td class="line"></td>
              <td class="line"></td>
            </tr>`,
        ),
      )}
    </table>
  </div>`
}

function minutes(meeting: MeetingShown, say: Say, figures: Figures): Html {
  const { minutes: kept, line } = meeting
  const quorum = line.quorumKept === null ? 'page.quorum.none' : line.quorumKept ? 'page.quorum.kept' : 'page.quorum.lost'
  return html`${
      kept.state === 'locked'
        ? html`<p class="small hash">${say('page.locked', { code: kept.approvedIn, day: kept.approvedOn, sha256: kept.sha256 })}</p>`
        : html`<p class="note">${say('page.draft')}</p>`
    }
    <h2>${say('page.state')}</h2>
    ${present(meeting, say)}
    <p><b>${say('page.quorum')}</b> · ${say(quorum)}</p>
    ${agenda(meeting, say, figures)}
    <h2>${say('page.decisions')}</h2>
    ${decisions(meeting, say)}
    ${
      kept.text === null
        ? null
        : html`<h2>${say('page.text')}</h2>
            <p class="text">${kept.text}</p>`
    }
    <h2>${say('page.actions')}</h2>
    ${actionTable(meeting.actions, say)}
    ${
      kept.notes.length === 0
        ? null
        : html`<h2>${say('page.notes')}</h2>
            ${kept.notes.map((one) => html`<p>${dateText(one.on)} · ${one.text}</p>`)}`
    }`
}
function present({ components, attendance }: MeetingShown, say: Say): Html {
  const of = new Map(attendance.map(({ seat, is }) => [seat, is]))
  return html`<table>
    ${components.flatMap((component) =>
      component.seats.map(
        (seat) =>
          html`<tr>
            <td>${component.name}</td>
            <td>${seat.title}</td>
            <td>${say(`seat.${of.get(seat.key) ?? 'absent'}`)}</td>
          </tr>`,
      ),
    )}
  </table>`
}
function decisions({ decisions: all }: MeetingShown, say: Say): Html {
  if (all.length === 0) return html`<p>${say('page.no-decisions')}</p>`
  return html`${all.map(
    (one) =>
      html`<p>
        <b>${one.number}</b> · ${say(`decision.${one.kind}`)}<br />${one.text}<br /><span class="small"
          >${one.vote === null ? say('decision.consent') : say('decision.vote', one.vote)}${
            one.dissent === null ? '' : ` · ${say('page.dissent', { text: one.dissent })}`
          }</span
        >
      </p>`,
  )}`
}
const actionList = ({ actions }: MeetingShown, say: Say): Html => actionTable(actions, say)
function actionTable(actions: readonly ActionLine[], say: Say): Html {
  if (actions.length === 0) return html`<p>${say('page.no-actions')}</p>`
  return html`<div class="wide">
    <table>
      <tr>
        ${(['page.number', 'page.action', 'page.owner', 'page.due', 'page.status'] as const).map((key) => html`<th>${say(key)}</th>`)}
      </tr>
      ${actions.map(
        (one) =>
          html`<tr>
            <td>${one.number}</td>
            <td>${one.text}</td>
            <td>${one.ownerTitle}</td>
            <td>${dateText(one.due)}</td>
            <td>${say(`action.status.${one.status}`)}</td>
          </tr>`,
      )}
    </table>
  </div>`
}
