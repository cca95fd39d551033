/* The pages of a hall: the code, the group, and one page for each step. What was typed stands again when it was refused, with what to do beside it. */
import { type Html, html } from '../../../platform/http/html.ts'
import { type HallCard, type HallEntry, HallStep, Stance, WallKind } from '../contract-workshops.ts'
import { type EntryTyped, type HallPlaces, entryForm } from './hall-entry-form.ts'
import { type HallWords, hallPage } from './hall-frame.ts'

export interface Note {
  readonly kind: 'ok' | 'e'
  readonly text: string
}
const note = (told: Note | null): Html | null => told && html`<p class="${told.kind}" role="status">${told.text}</p>`

export function codePage(words: HallWords, { isWrong }: { readonly isWrong: boolean }): string {
  const { t } = words
  const body = html`<h1>${t('title')}</h1>
    ${isWrong ? html`<p class="e" role="alert">${t('code.wrong')}</p>` : null}
    <form method="post" action="/hall" autocomplete="off">
      <label
        ><span class="l">${t('code.ask')}</span><small>${t('hall.code.hint')}</small
        ><input type="text" name="code" required maxlength="12" autocapitalize="characters"
      /></label>
      <button>${t('code.go')}</button>
    </form>`
  return hallPage(words, { heading: t('title'), body })
}

/** The group that a code belongs to, as its page names it. */
interface GroupNamed {
  readonly code: string
  readonly title: string
  readonly groups: readonly string[]
  readonly group: number
}
/** A code was read: the telephone says that it comes in, so that a camera that only looks ahead brings nobody in. */
export function joinPage(words: HallWords, { code, title, groups, group }: GroupNamed): string {
  const { t } = words
  const body = html`<h1>${title}</h1>
    <p>${t('join.as')}<br /><b>${groupName(words, groups, group)}</b></p>
    <p>${t('join.lead')}</p>
    <p class="n">${t('join.stays')}</p>
    <form method="post" action="/hall/${code}">
      <input type="hidden" name="act" value="join" />
      <button>${t('join.go')}</button>
    </form>`
  return hallPage(words, { heading: t('title'), body })
}
/** The code of another group, on a telephone that is in. */
export function elsewherePage(
  words: HallWords,
  { title, groups, group, ownCode, number }: GroupNamed & { readonly ownCode: string; readonly number: number },
): string {
  const { t } = words
  const body = html`<h1>${title}</h1>
    <p class="e" role="alert">${t('join.elsewhere', { group: groupName(words, groups, group) })}</p>
    <p>${t('join.release', { number })}</p>
    <p><a href="/hall/${ownCode}">${t('join.back')}</a></p>`
  return hallPage(words, { heading: t('title'), body })
}
export function fullPage(words: HallWords): string {
  const { t } = words
  const body = html`<h1>${t('title')}</h1>
    <p class="e" role="alert">${t('join.full')}</p>`
  return hallPage(words, { heading: t('title'), body })
}

/** With its number, unless its name is that already. */
function groupName({ t }: HallWords, groups: readonly string[], group: number): string {
  const [numbered, name] = [`${t('group')} ${group}`, groups[group - 1] ?? '']
  return name === numbered || name === '' ? numbered : `${numbered} · ${name}`
}

/** What one telephone sees of the wall. */
export interface Seen {
  readonly code: string
  readonly title: string
  readonly groups: readonly string[]
  readonly group: number
  /** The telephone's number in the hall, by which the desk releases it. */
  readonly number: number
  readonly now: HallStep
  readonly shown: HallStep
  readonly entries: readonly HallEntry[]
  readonly cards: readonly HallCard[]
  readonly ownDots: ReadonlyMap<string, number>
  readonly budget: number
  readonly places: HallPlaces
  readonly told: Note | null
  /** Names this sending, so that a button pressed twice writes once. */
  readonly command: string
  readonly newThing: string
  readonly typed: EntryTyped
}

export function wallPage(words: HallWords, seen: Seen): string {
  const { t, code: say } = words
  const steps = HallStep.options.filter((step) => step !== 'pause')
  const body = html`<h1>${seen.title}</h1>
    <p>
      <b>${groupName(words, seen.groups, seen.group)}</b> · ${t('telephone', { number: seen.number })}<br />
      ${t('now', { step: say('step', seen.now) })} · <a href="/hall/${seen.code}">${t('refresh')}</a>
    </p>
    <nav>
      ${steps.map((step) =>
        step === seen.shown
          ? html`<b aria-current="page">${say('step', step)}</b>`
          : html`<a href="/hall/${seen.code}?t=${step}">${say('step', step)}</a>`,
      )}
    </nav>
    ${note(seen.told)} ${PAGES[seen.shown](words, seen)}`
  return hallPage(words, { heading: seen.title, body, step: seen.shown, refreshes: seen.shown === 'pause' })
}

const PAGES: { readonly [Step in HallStep]: (words: HallWords, seen: Seen) => Html } = {
  pause: ({ t }) => html`<p class="n">${t('pause')}</p>`,
  places: placesBody,
  stances: stancesBody,
  causes: causesBody,
  votes: votesBody,
}
const hidden = ({ command, code }: Seen, act: string, fields: { readonly [name: string]: string }): Html =>
  html`<input type="hidden" name="act" value="${act}" /><input type="hidden" name="command" value="${command}" />${Object.entries(
      fields,
    ).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}<input
      type="hidden"
      name="hall"
      value="${code}"
    />`
const formTo = (seen: Seen): string => `/hall/${seen.code}`

function placesBody(words: HallWords, seen: Seen): Html {
  const { t } = words
  const own = seen.entries.filter((one) => one.group === seen.group)
  return html`<p class="n">${t('no-names')}</p>
    <h2>${t('own')}</h2>
    ${own.length === 0 ? html`<p>${t('own.none')}</p>` : null}
    ${own.map(
      (entry) =>
        html`<article>
          ${entryText(words, seen, entry)}
          <form method="post" action="${formTo(seen)}">
            ${hidden(seen, 'withdraw-entry', { entry: entry.id })}
            <a href="/hall/${seen.code}?t=places&amp;e=${entry.id}">${t('change')}</a> · <button class="p">${t('remove')}</button>
          </form>
        </article>`,
    )}
    <h2>${seen.typed.entry === '' ? t('new') : t('correct')}</h2>
    <form method="post" action="${formTo(seen)}">
      ${hidden(seen, 'write-entry', { entry: seen.typed.entry === '' ? seen.newThing : seen.typed.entry })}
      ${entryForm(words, seen.places, seen.typed)}<button>${t('send')}</button>
    </form>`
}

function entryText({ code }: HallWords, { places }: Seen, { number, content }: HallEntry): Html {
  const { place, nature, interference, modes } = content
  const name =
    place.site === null ? place.provisionalName : (places.sites.find((one) => one.id === place.site)?.name ?? place.provisionalName)
  const facets = [code('interference', interference), ...modes.map(({ mode, stage }) => `${code('mode', mode)} ${code('stage', stage)}`)]
  return html`<b>${number}. ${name ?? ''}</b><br />${nature}<br /><small>${facets.join(' · ')}</small>`
}

function stancesBody(words: HallWords, seen: Seen): Html {
  const { t, code } = words
  const others = seen.entries.filter((one) => one.group !== seen.group)
  if (others.length === 0)
    return html`<h2>${t('stances.title')}</h2>
      <p>${t('stances.none')}</p>`
  return html`<h2>${t('stances.title')}</h2>
    ${others.map((entry) => {
      const ours = entry.stances.find((one) => one.group === seen.group)
      const by = entry.group === null ? t('by.plenary') : t('by.group', { group: seen.groups[entry.group - 1] ?? String(entry.group) })
      return html`<article>
        ${entryText(words, seen, entry)}<small>${by}</small>
        ${ours ? html`<p class="ok">${t('stance.ours', { stance: code('stance', ours.stance) })}${ours.reason ? ` : ${ours.reason}` : ''}</p>` : null}
        <form method="post" action="${formTo(seen)}">
          ${hidden(seen, 'take-stance', { entry: entry.id })}
          ${Stance.options.map(
            (stance) =>
              html`<label
                ><input
                  type="radio"
                  name="stance"
                  value="${stance}"
                  required
                  ${ours?.stance === stance ? html`checked` : null}
                />${code('stance', stance)}</label
              >`,
          )}
          <label
            ><small>${t('stance.reason')}</small><input type="text" name="reason" maxlength="400" value="${ours?.reason ?? ''}"
          /></label>
          <button>${t('stance.send')}</button>
        </form>
      </article>`
    })}`
}

function causesBody(words: HallWords, seen: Seen): Html {
  const { t, code } = words
  const kinds = WallKind.options.filter((kind) => kind !== 'core' || !seen.cards.some((card) => card.kind === 'core'))
  return html`<h2>${t('causes.title')}</h2>
    <p>${t('causes.lead')}</p>
    ${seen.cards.length === 0 ? html`<p>${t('causes.none')}</p>` : branches(words, seen, null)}
    <form method="post" action="${formTo(seen)}">
      ${hidden(seen, 'write-card', { card: seen.newThing })}
      <label
        ><span class="l">${t('card.text')}</span><small>${t('card.text.hint')}</small
        ><input type="text" name="text" maxlength="240" required
      /></label>
      <fieldset>
        <legend>${t('card.kind')}</legend>
        ${kinds.map((kind) => html`<label><input type="radio" name="kind" value="${kind}" required />${code('card', kind)}</label>`)}
      </fieldset>
      <label
        ><span class="l">${t('card.under')}</span
        ><select name="under">
          <option value="">${t('card.under.none')}</option>
          ${seen.cards.map((card) => html`<option value="${card.id}">${code('card', card.kind)} : ${card.text}</option>`)}
        </select></label
      >
      <button>${t('card.send')}</button>
    </form>`
}
/** The tree as an outline: a card that hangs nowhere stands at the left. */
function branches(words: HallWords, seen: Seen, under: string | null): Html | null {
  const here = seen.cards.filter((card) => card.under === under)
  if (here.length === 0) return null
  return html`<ul class="tree">
    ${here.map(
      (card) =>
        html`<li>
          <b>${words.code('card', card.kind)}</b> ${card.text}${card.dots > 0 ? ` (${card.dots})` : ''}${branches(words, seen, card.id)}
        </li>`,
    )}
  </ul>`
}

function votesBody({ t, code }: HallWords, seen: Seen): Html {
  const laid = [...seen.ownDots.values()].reduce((sum, dots) => sum + dots, 0)
  return html`<h2>${t('votes.title')}</h2>
    <p>${t('votes.lead', { budget: seen.budget })} ${t('votes.laid', { laid, budget: seen.budget })}</p>
    ${seen.cards.length === 0 ? html`<p>${t('causes.none')}</p>` : null}
    <form method="post" action="${formTo(seen)}">
      ${hidden(seen, 'cast-votes', {})}
      ${seen.cards.map(
        (card) =>
          html`<label
            >${code('card', card.kind)} : ${card.text}<input
              type="number"
              name="dots-${card.id}"
              min="0"
              max="${seen.budget}"
              inputmode="numeric"
              value="${seen.ownDots.get(card.id) ?? ''}"
          /></label>`,
      )}
      ${seen.cards.length > 0 ? html`<button>${t('votes.send')}</button>` : null}
    </form>`
}
