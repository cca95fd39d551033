/* The report of a workshop on A4, as it is handed out the same evening: who was there by category, what was said place by place, the tree, what changed, what is not said. */
import { dateText, numberText } from '../../../kernel/phrase.ts'
import { documentPage } from '../../../platform/http/document-page.ts'
import { type Html, html } from '../../../platform/http/html.ts'
import { type HallEntry, ParticipantCategory } from '../contract-workshops.ts'
import {
  type PaperWords,
  type WorkshopPaper,
  actorsText,
  beneficiariesText,
  modesText,
  placeName,
  responsesText,
  silentAreas,
  stancesText,
} from './workshop-page.ts'

const STYLE = `.restricted{border:2px solid var(--red);padding:6px 12px;font-weight:600}.hash{font-family:ui-monospace,monospace;font-size:11px;word-break:break-all}
td.n,th.n{text-align:right}table{font-size:14px}td,th{padding:5px 8px 5px 0}tr{break-inside:avoid}h2,.before-table{break-after:avoid}.together{break-inside:avoid}ul.tree{padding-left:18px;margin:2px 0}.wide{overflow-x:auto}
@media print{.wide{overflow:visible}table{font-size:11.5px}td.small,td .small{font-size:10.5px}@page{size:A4;margin:14mm;@bottom-right{content:counter(page) " / " counter(pages)}}}`

export function workshopReport(paper: WorkshopPaper, words: PaperWords): Html {
  const { t, language } = words
  const { convened } = paper.content
  const { version, on, remark, sha256 } = paper.frozen
  const body = html`<h1>${t('report')}</h1>
    <p><b>${convened.title}</b></p>
    <p class="restricted">${t('restricted')}</p>
    <table>
      ${[
        [t('zone'), paper.zone],
        [t('days'), `${dateText(convened.firstDay)} – ${dateText(convened.lastDay)}`],
        [t('round'), convened.round],
        [t('host'), paper.host ?? '–'],
        ['', t('version', { version, on: dateText(on) })],
      ].map(
        ([name, value]) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td>${value}</td>
          </tr>`,
      )}
    </table>
    ${remark === null ? null : html`<p>${remark}</p>`} ${participants(paper, words)} ${agenda(paper, words)} ${summary(paper, words)}
    ${dissents(paper, words)} ${tree(paper, words)} ${changes(paper, words)} ${limits(paper, words)}`
  const footer = html`<p>${t('source')}</p>
    <p class="hash">${t('hash')} : ${sha256}</p>`
  return documentPage({ title: `${t('report')} ${version}`, language, body, footer, style: STYLE })
}

function participants({ content: { seats } }: WorkshopPaper, { t, code, language }: PaperWords): Html {
  const n = (category: string | null, sex: string | null): string =>
    numberText(
      language,
      seats.filter((seat) => (category === null || seat.category === category) && (sex === null || seat.sex === sex)).length,
    )
  const row = (name: string, category: string | null): Html =>
    html`<tr>
      <th scope="row">${name}</th>
      ${[n(category, 'f'), n(category, 'm'), n(category, 'not-said'), n(category, null)].map((one) => html`<td class="n">${one}</td>`)}
    </tr>`
  return html`<h2>${t('participants')}</h2>
    <table>
      <tr>
        <th>${t('category')}</th>
        ${[t('women'), t('men'), t('not-said'), t('total')].map((one) => html`<th class="n">${one}</th>`)}
      </tr>
      ${ParticipantCategory.options.map((category) => row(code('category', category), category))} ${row(t('total'), null)}
    </table>
    <p class="small">${t('participants.none-named')}</p>`
}

function agenda({ content: { convened } }: WorkshopPaper, { t }: PaperWords): Html | null {
  if (convened.agenda.length === 0) return null
  return html`<h2>${t('agenda')}</h2>
    <table class="together">
      ${convened.agenda.map(
        (item) =>
          html`<tr>
            <td>${t('day', { day: item.day })}</td>
            <td>${item.at}</td>
            <td>${item.title}</td>
          </tr>`,
      )}
    </table>`
}

function summary(paper: WorkshopPaper, words: PaperWords): Html {
  const { t, code } = words
  const heads = [t('number'), t('place'), t('nature'), t('actors'), t('modes'), t('beneficiaries'), t('interference')]
  return html`<h2>${t('summary')}</h2>
    <div class="wide">
      <table>
        <tr>
          ${heads.map((one) => html`<th>${one}</th>`)}
        </tr>
        ${paper.content.entries.map((entry) => {
          const { content } = entry
          const known = content.place.site !== null
          return html`<tr>
              <td>${entry.number}</td>
              <td>${placeName(paper, content)}${known ? null : html`<br /><span class="small">${t('provisional-name')}</span>`}</td>
              <td>${content.nature}</td>
              <td>${actorsText(words, content)}</td>
              <td>${modesText(words, content)}</td>
              <td>${beneficiariesText(words, content)}</td>
              <td>${code('interference', content.interference)}</td>
            </tr>
            <tr>
              <td></td>
              <td colspan="6" class="small">${facts(entry, words)}</td>
            </tr>`
        })}
      </table>
    </div>`
}
function facts(entry: HallEntry, words: PaperWords): string {
  const { t } = words
  const { reliability, credibility, victims } = entry.content
  const asked = (count: number | null): string => (count === null ? t('not-asked') : String(count))
  const confidence = reliability === 'F' && credibility === '6' ? t('not-judged') : `${reliability}${credibility}`
  const counts = { forced: asked(victims.forcedLabour), children: asked(victims.children), sexual: asked(victims.sexualViolence) }
  return [
    `${t('agreement')} : ${stancesText(words, entry)}`,
    `${t('confidence')} : ${confidence}`,
    `${t('victims')} : ${t('victims.counts', counts)}`,
    `${t('responses')} : ${responsesText(words, entry.content)}`,
  ].join(' · ')
}

function dissents(paper: WorkshopPaper, { t }: PaperWords): Html {
  const groups = paper.content.convened.groups
  const said = paper.content.entries.flatMap((entry) => [
    ...entry.stances.filter((one) => one.stance === 'dissent').map((one) => ({ entry, ...one, was: '' })),
    ...entry.earlier.filter((one) => one.stance === 'dissent').map((one) => ({ entry, ...one, was: ` (${t('dissent.earlier')})` })),
  ])
  return html`<h2>${t('dissents')}</h2>
    ${said.length === 0 ? html`<p>${t('dissents.none')}</p>` : null}
    <ul>
      ${said.map(
        ({ entry, group, reason, was }) =>
          html`<li>${entry.number}. ${placeName(paper, entry.content)} – ${groups[group - 1] ?? group} ${was} : ${reason ?? ''}</li>`,
      )}
    </ul>`
}

function tree(paper: WorkshopPaper, words: PaperWords): Html {
  const { t, code } = words
  const { cards } = paper.content
  const under = (parent: string | null): Html | null => {
    const here = cards.filter((card) => card.under === parent)
    if (here.length === 0) return null
    return html`<ul class="tree">
      ${here.map(
        (card) =>
          html`<li>
            <b>${code('card', card.kind)}</b> : ${card.text}${card.dots > 0 ? ` (${t('dots', { n: card.dots })})` : ''}${under(card.id)}
          </li>`,
      )}
    </ul>`
  }
  return html`<h2>${t('tree')}</h2>
    ${under(null) ?? html`<p>${t('tree.none')}</p>`}`
}

function changes(paper: WorkshopPaper, words: PaperWords): Html {
  const { t, code } = words
  const { rounds } = paper
  if (rounds === null)
    return html`<h2>${t('change')}</h2>
      <p>${t('change.none')}</p>`
  const { title, round, frozen } = rounds.with
  const state = (content: HallEntry['content'] | null): string =>
    content === null ? '–' : `${code('interference', content.interference)} ; ${modesText(words, content)}`
  return html`<h2>${t('change')}</h2>
    <p class="before-table">${t('change.with', { title, round, version: frozen.version, on: dateText(frozen.on) })}</p>
    <table>
      <tr>
        ${[t('place'), t('verdict'), t('before'), t('now')].map((one) => html`<th>${one}</th>`)}
      </tr>
      ${rounds.lines.map(
        (line) =>
          html`<tr>
            <td>${line.place}</td>
            <td><b>${t(`verdict.${line.verdict}`)}</b></td>
            <td>${state(line.before)}</td>
            <td>${state(line.after)}</td>
          </tr>`,
      )}
    </table>`
}

function limits(paper: WorkshopPaper, { t }: PaperWords): Html {
  const silent = silentAreas(paper)
  return html`<h2>${t('limits')}</h2>
    <p>${silent.length === 0 ? t('limits.all') : t('limits.silent', { areas: silent.map((one) => one.name).join(', ') })}</p>
    <p>${t('limits.asked')}</p>`
}
