/*
The summary map of a workshop on one A3 sheet: outlines of the zone, numbered places, the four facets beside. A place without a position is no pin: it stands as a ring in
its territoire. A territoire of which nobody spoke is hatched, and the legend says what that means.
*/
import { dateText } from '../../../kernel/phrase.ts'
import { documentPage } from '../../../platform/http/document-page.ts'
import { type Html, html, trustedHtml } from '../../../platform/http/html.ts'
import type { Interference } from '../contract-sheets.ts'
import type { HallEntry } from '../contract-workshops.ts'
import {
  type PaperArea,
  type PaperWords,
  type WorkshopPaper,
  actorsText,
  beneficiariesText,
  modesText,
  placeName,
  silentAreas,
} from './workshop-page.ts'

const STYLE = `body{max-width:none}.sheet{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,6fr);gap:18px;align-items:start}svg{width:100%;height:auto;border:1px solid var(--line);background:#fff}
table{font-size:12.5px}td,th{padding:4px 8px 4px 0}tr{break-inside:avoid}td:nth-child(2){min-width:96px}td .small{font-size:11px}.restricted{border:2px solid var(--red);padding:4px 10px;font-weight:600}.hash{font-family:ui-monospace,monospace;font-size:10px;word-break:break-all}
ul.legend{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:4px 16px;font-size:13px}ul.legend svg{width:22px;border:0;vertical-align:middle;background:none}
@media (max-width:900px){.sheet{grid-template-columns:1fr}}.sheet.wide{grid-template-columns:minmax(0,1fr)}.wide .map{max-height:100mm}
@media print{@page{size:A3 landscape;margin:10mm}.sheet:not(.wide){grid-template-columns:minmax(0,5fr) minmax(0,6fr)}h1{margin:0}table{font-size:16px}td .small{font-size:14px}td:nth-child(2){min-width:140px}ul.legend{font-size:16px}}`

/** Shape and colour, so that a copy in grey still tells them apart. */
const MARKS: { readonly [One in Interference]: { readonly colour: string; readonly path: (size: number) => string } } = {
  permanent: { colour: '#a8231c', path: (r) => `M0 ${-r}L${r} 0L0 ${r}L${-r} 0Z` },
  regular: { colour: '#b4580f', path: (r) => `M0 ${-r}L${r} ${r}L${-r} ${r}Z` },
  occasional: { colour: '#8a6400', path: (r) => `M${-r} ${-r}H${r}V${r}H${-r}Z` },
  none: { colour: '#26734a', path: (r) => `M${-r} 0A${r} ${r} 0 1 0 ${r} 0A${r} ${r} 0 1 0 ${-r} 0Z` },
  'not-known': { colour: '#66706c', path: (r) => `M${-r} ${-r / 2}H${r}V${r / 2}H${-r}Z` },
}
const SHOWN: readonly Interference[] = ['permanent', 'regular', 'occasional', 'none', 'not-known']

export function workshopMap(paper: WorkshopPaper, words: PaperWords): Html {
  const { t, code, language } = words
  const { convened, entries } = paper.content
  const { version, on, sha256 } = paper.frozen
  const frame = frameOf(paper)
  const mark = (one: Interference): Html =>
    trustedHtml(`<svg viewBox="-11 -11 22 22" aria-hidden="true"><path d="${MARKS[one].path(8)}" fill="${MARKS[one].colour}"/></svg>`)
  const body = html`<h1>${t('map')}</h1>
    <p>
      <b>${convened.title}</b> · ${paper.zone} · ${convened.round} · ${dateText(convened.firstDay)} – ${dateText(convened.lastDay)} ·
      ${t('version', { version, on: dateText(on) })}
    </p>
    <p class="restricted">${t('restricted')}</p>
    <div class="${isWide(frame) ? 'sheet wide' : 'sheet'}">
      <div>
        ${drawing(paper, words, frame)}
        <p><b>${t('legend')}</b> · ${t('interference')}</p>
        <ul class="legend">
          ${SHOWN.map((one) => html`<li>${mark(one)} ${code('interference', one)}</li>`)}
          <li>
            ${trustedHtml('<svg viewBox="-11 -11 22 22" aria-hidden="true"><circle r="8" fill="none" stroke="#1b2422" stroke-width="2" stroke-dasharray="4 3"/></svg>')}
            ${t('legend.area')}
          </li>
          <li>
            ${trustedHtml(`<svg viewBox="0 0 22 14" aria-hidden="true"><defs>${HATCH('legend')}</defs><rect width="22" height="14" fill="url(#legend)" stroke="#66706c"/></svg>`)}
            ${t('legend.silent')}
          </li>
        </ul>
        <p class="small">${t('north-up')}</p>
      </div>
      <table>
        <tr>
          ${[t('number'), t('place'), t('nature'), t('actors'), t('modes'), t('beneficiaries')].map((one) => html`<th>${one}</th>`)}
        </tr>
        ${entries.map(
          (entry) =>
            html`<tr>
              <td><b>${entry.number}</b></td>
              <td>
                ${placeName(paper, entry.content)}<br /><span class="small">${code('interference', entry.content.interference)}</span>
              </td>
              <td>${entry.content.nature}</td>
              <td>${actorsText(words, entry.content)}</td>
              <td>${modesText(words, entry.content)}</td>
              <td>${beneficiariesText(words, entry.content)}</td>
            </tr>`,
        )}
      </table>
    </div>`
  const footer = html`<p>${t('source')}</p>
    <p class="hash">${t('hash')} : ${sha256}</p>`
  return documentPage({ title: `${t('map')} ${version}`, language, body, footer, style: STYLE })
}

const HATCH = (id: string): string =>
  `<pattern id="${id}" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="#fff"/><line y2="7" stroke="#8d9793" stroke-width="2"/></pattern>`
const MOST_HEIGHT = 760
/** A zone that lies along gets the whole width of the sheet and a short table under it; another one, or with a long table, half of it. */
const MOST_UNDER = 6
const [HALF, WHOLE] = [700, 1150]
interface Frame {
  readonly width: number
  readonly height: number
  readonly kilometre: number
  readonly project: (longitude: number, latitude: number) => readonly [number, number]
}
/** Plain degrees, narrowed by the cosine of the middle: true enough for one zone. One degree of latitude is 111 km. */
function frameOf(paper: WorkshopPaper): Frame {
  const points = paper.content.entries.flatMap((entry): [number, number][] => {
    const at = positionOf(paper, entry)
    return at === null ? [] : [[at.longitude, at.latitude]]
  })
  const all = [...paper.areas.flatMap(({ polygons }) => polygons.flat(2)), ...points]
  const box = { west: 180, east: -180, south: 90, north: -90 }
  for (const [x = 0, y = 0] of all) {
    Object.assign(box, {
      west: Math.min(box.west, x),
      east: Math.max(box.east, x),
      south: Math.min(box.south, y),
      north: Math.max(box.north, y),
    })
  }
  const wide = Math.cos((((box.south + box.north) / 2) * Math.PI) / 180)
  const [across, down] = [Math.max((box.east - box.west) * wide, 0.05), Math.max(box.north - box.south, 0.05)]
  const width = across > down * 1.6 && paper.content.entries.length <= MOST_UNDER ? WHOLE : HALF
  const scale = Math.min((width - 40) / across, (MOST_HEIGHT - 60) / down)
  return {
    width,
    height: Math.round((box.north - box.south) * scale + 60),
    kilometre: scale / 111,
    project: (longitude, latitude) => [round(20 + (longitude - box.west) * wide * scale), round(20 + (box.north - latitude) * scale)],
  }
}
const isWide = ({ width }: Frame): boolean => width === WHOLE
const round = (value: number): number => Math.round(value * 10) / 10

function drawing(paper: WorkshopPaper, { t }: PaperWords, frame: Frame): Html {
  const placed = paper.content.entries.map((entry) => ({ entry, at: positionOf(paper, entry) }))
  if (paper.areas.length === 0 && placed.every(({ at }) => at === null)) return html``
  const silent = silentAreas(paper)
  const outlines = paper.areas.map((area) => {
    const path = area.polygons.flat().map((ring) => `M${ring.map(([x = 0, y = 0]) => frame.project(x, y).join(' ')).join('L')}Z`)
    const [x, y] = labelPlace(area, frame)
    const fill = silent.includes(area) ? 'url(#silent)' : '#f3f0e6'
    return html`<path d="${path.join('')}" fill="${fill}" stroke="#5d6864" fill-rule="evenodd" /><text
        x="${x}"
        y="${y}"
        text-anchor="middle"
        font-size="15"
        fill="#5d6864"
        paint-order="stroke"
        stroke="#fff"
        stroke-width="3"
        >${area.name}</text
      >`
  })
  const rings = new Map<string, number>()
  const marks = placed.map(({ entry, at }) => {
    const { interference, place } = entry.content
    if (at !== null) return pin(frame.project(at.longitude, at.latitude), entry.number, { interference, isArea: false })
    const area = paper.areas.find(({ code }) => code === place.territoire)
    if (!area) return null
    const before = rings.get(area.code) ?? 0
    rings.set(area.code, before + 1)
    const [x, y] = labelPlace(area, frame)
    return pin([x - 40 + (before % 4) * 30, y + 44 + Math.floor(before / 4) * 44], entry.number, { interference, isArea: true })
  })
  return html`<svg class="map" viewBox="0 0 ${frame.width} ${frame.height}" role="img" aria-label="${t('map')}">
    <defs>${trustedHtml(HATCH('silent'))}</defs>
    ${outlines}${marks}${scaleBar(frame, t)}
  </svg>`
}
const positionOf = ({ sites }: WorkshopPaper, { content: { place } }: HallEntry) =>
  place.at ?? sites.find((one) => one.id === place.site)?.position ?? null

function pin(
  [x, y]: readonly [number, number],
  number: number,
  { interference, isArea }: { readonly interference: Interference; readonly isArea: boolean },
): Html {
  const { colour, path } = MARKS[interference]
  const ring = isArea ? html`<circle r="14" fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="4 3" />` : null
  return html`<g transform="translate(${x} ${y})">
    ${ring}<path d="${path(9)}" fill="${colour}" stroke="#fff" stroke-width="1.5" /><text
      y="-13"
      text-anchor="middle"
      font-size="15"
      font-weight="700"
      fill="#1b2422"
      paint-order="stroke"
      stroke="#fff"
      stroke-width="3"
      >${number}</text
    >
  </g>`
}
/** The middle of the box of the largest ring: good enough for a name. */
function labelPlace({ polygons }: PaperArea, { project }: Frame): readonly [number, number] {
  const ring = polygons.flat().toSorted((a, b) => b.length - a.length)[0] ?? []
  const [xs, ys] = [ring.map(([x = 0]) => x), ring.map(([, y = 0]) => y)]
  return project((Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2)
}
function scaleBar({ kilometre, height }: Frame, t: PaperWords['t']): Html {
  const km = [1, 2, 5, 10, 20, 50, 100, 200].findLast((one) => one * kilometre <= 180) ?? 1
  return html`<g transform="translate(20 ${height - 14})">
    <path d="M0 -5V0H${round(km * kilometre)}V-5" fill="none" stroke="#1b2422" stroke-width="2" /><text
      x="${round(km * kilometre) + 8}"
      font-size="13"
      fill="#1b2422"
      >${t('scale', { km })}</text
    >
  </g>`
}
