/* The public list of sites with its search: a form without script, 50 sites a page, cards on a phone. */
import { type Html, html } from '../../../platform/http/html.ts'
import type { PublicList, PublicRow, PublicSearch } from '../domain/register/public-register.ts'
import { isOver, shownEnd } from '../domain/status/lapse.ts'
import { type Language, type Say, dayIn, registerPage, speaker, statusMark } from './page-parts.ts'

const minerals = ['Au', 'Sn', 'Ta', 'W', 'other'] as const
const colours = ['green', 'yellow', 'red', 'blue', 'none'] as const

export function publicListPage(list: PublicList, language: Language): Html {
  const say = speaker(language)
  const title = say('register.title')
  const body = html`<h1>${title}</h1>
    <p>${say('register.lead')}</p>
    ${searchForm(list, say, language)}
    <p role="status">${say('register.count', { n: list.found, total: list.total })}</p>
    ${list.rows.length === 0 ? html`<p class="note">${say(list.total === 0 ? 'register.empty' : 'register.none')}</p>` : table(list, say, language)}
    ${pager(list, say, language)}`
  return registerPage({ title, language, body, day: list, at: 'sites' })
}

interface Choice {
  readonly name: 'province' | 'mineral' | 'colour'
  readonly chosen: string
  readonly options: readonly (readonly [value: string, label: string])[]
}
function searchForm({ search, provinces }: PublicList, say: Say, language: Language): Html {
  const choice = ({ name, chosen, options }: Choice): Html =>
    html`<label
      >${say(`register.${name}`)}<select name="${name}">
        ${[['', say('register.all')] as const, ...options].map(
          ([value, word]) => html`<option value="${value}" ${value === chosen ? html` selected` : null}>${word}</option>`,
        )}
      </select></label
    >`
  const areas = provinces.map(({ code, name }) => [code, name] as const)
  const ores = minerals.map((one) => [one, say(`page.mineral.${one}`)] as const)
  const marks = colours.map((one) => [one, say(`page.colour.${one}`)] as const)
  return html`<form class="search" method="get" action="/register" role="search">
    <label>${say('register.name')}<input type="search" name="q" value="${search.text}" maxlength="120" /></label>
    ${areas.length === 0 ? null : choice({ name: 'province', chosen: search.province, options: areas })}
    ${choice({ name: 'mineral', chosen: search.mineral, options: ores })}
    ${choice({ name: 'colour', chosen: search.colour, options: marks })}
    <input type="hidden" name="language" value="${language}" />
    <button type="submit">${say('register.search')}</button>
  </form>`
}

function table({ rows }: PublicList, say: Say, language: Language): Html {
  const heads = ['site', 'place', 'minerals', 'status', 'until', 'basis', 'visit'] as const
  const label = (head: (typeof heads)[number]): string => say(`register.column.${head}`)
  return html`<table class="cards">
    <thead>
      <tr>
        ${heads.map((head) => html`<th scope="col">${label(head)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            <td data-label="${label('site')}">
              <span
                ><a href="/site/${encodeURIComponent(row.nationalId)}?language=${language}">${row.name}</a><br /><span class="small"
                  >${row.nationalId}</span
                ></span
              >
            </td>
            <td data-label="${label('place')}"><span>${placeOf(row, say)}</span></td>
            <td data-label="${label('minerals')}">
              <span>${row.minerals.map((one) => say(`page.mineral.${one}`)).join(', ') || say('page.unknown')}</span>
            </td>
            <td data-label="${label('status')}">
              <span>${statusMark(row, say)}${row.standing.held ? html` <span class="small">${say('register.held')}</span>` : null}</span>
            </td>
            <td data-label="${label('until')}"><span>${endOf(row, say, language)}</span></td>
            <td data-label="${label('basis')}"><span>${basisOf(row, say)}</span></td>
            <td data-label="${label('visit')}">
              <span>${row.lastVisitOn === null ? say('page.never-visited') : dayIn(row.lastVisitOn, language)}</span>
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

const placeOf = ({ territoire, province }: PublicRow, say: Say): string =>
  [territoire?.name, province?.name].filter((part) => part !== undefined).join(', ') || say('page.unknown')

export function basisOf({ standing }: PublicRow, say: Say): string {
  if (standing.basis === 'order' && standing.orderNumber !== null) return say('register.basis.order', { number: standing.orderNumber })
  return say(`register.basis.${standing.basis === 'order' ? 'none' : standing.basis}`)
}

function endOf({ standing }: PublicRow, say: Say, language: Language): string {
  const end = shownEnd(standing)
  if (standing.shown === 'none') return '–'
  if (end === null) return say('register.no-end')
  return say(isOver(standing) ? 'register.ended' : 'register.runs', { day: dayIn(end, language) })
}

function pager({ search, pages }: PublicList, say: Say, language: Language): Html {
  if (pages <= 1) return html``
  const to = (page: number, word: string): Html => html`<a href="${addressOf({ ...search, page }, language)}">${word}</a>`
  return html`<p class="pages">
    ${search.page > 1 ? to(search.page - 1, say('register.previous')) : null}
    <span>${say('register.page', { page: search.page, pages })}</span>
    ${search.page < pages ? to(search.page + 1, say('register.next')) : null}
  </p>`
}

function addressOf({ text, province, mineral, colour, page }: PublicSearch, language: Language): string {
  const parts = { q: text, province, mineral, colour, page: page === 1 ? '' : String(page), language }
  return `/register?${new URLSearchParams(Object.entries(parts).filter(([, value]) => value !== '')).toString()}`
}
