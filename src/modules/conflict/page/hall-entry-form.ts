/* The form of one place: the four facets that the workshops record, and what weighs them. It writes fields and reads them back; it asks for no name of a person. */
import { type Html, html } from '../../../platform/http/html.ts'
import {
  ActorRole,
  BeneficiaryKind,
  ChainStage,
  Interference,
  OperatingMode,
  Response,
  type SheetContent,
  SheetMineral,
} from '../contract-sheets.ts'
import { asId } from '../../../kernel/schema.ts'
import type { HallWords } from './hall-frame.ts'

export interface HallPlaces {
  readonly province: string
  readonly territoires: readonly { readonly code: string; readonly name: string }[]
  readonly sites: readonly { readonly id: string; readonly name: string; readonly territoire: string | null }[]
}
/** Fields as a form sends them: several values of one name where boxes were ticked. */
export interface EntryTyped {
  /** '' for a new one. */
  readonly entry: string
  readonly field: (name: string) => string
  readonly all: (name: string) => readonly string[]
}
export const NOTHING_TYPED: EntryTyped = { entry: '', field: () => '', all: () => [] }
const ACTOR_LINES = [0, 1, 2] as const
const MODE_LINES = [0, 1, 2, 3] as const
const VICTIMS = ['forcedLabour', 'children', 'sexualViolence'] as const

export function entryForm(words: HallWords, places: HallPlaces, typed: EntryTyped): Html {
  const { t } = words
  return html`${placeFields(words, places, typed)}
    <fieldset>
      <legend>${t('minerals')}</legend>
      ${boxes({ name: 'mineral', values: SheetMineral.options, list: 'mineral' }, { words, typed })}
    </fieldset>
    <label
      ><span class="l">${t('nature')}</span><small>${t('nature.hint')}</small
      ><textarea name="nature" maxlength="2000" required>${typed.field('nature')}</textarea>
    </label>
    <fieldset>
      <legend>${t('actors')}</legend>
      ${ACTOR_LINES.map(
        (line) =>
          html`<div class="pair">
            <label
              ><small>${t('actor.name')}</small
              ><input type="text" name="actor-${line}" maxlength="120" value="${typed.field(`actor-${line}`)}" /></label
            ><label
              ><small>${t('actor.role')}</small
              >${choice({ name: `role-${line}`, values: ActorRole.options, list: 'role' }, { words, typed })}</label
            >
          </div>`,
      )}
    </fieldset>
    <fieldset>
      <legend>${t('modes')}</legend>
      ${MODE_LINES.map(
        (line) =>
          html`<div class="pair">
            <label
              ><small>${t('mode.what')}</small
              >${choice({ name: `mode-${line}`, values: OperatingMode.options, list: 'mode' }, { words, typed })}</label
            ><label
              ><small>${t('mode.where')}</small
              >${choice({ name: `stage-${line}`, values: ChainStage.options, list: 'stage' }, { words, typed })}</label
            >
          </div>`,
      )}
    </fieldset>
    <fieldset>
      <legend>${t('beneficiaries')}</legend>
      ${boxes({ name: 'beneficiary', values: BeneficiaryKind.options, list: 'beneficiary' }, { words, typed })}
    </fieldset>
    <fieldset>
      <legend>${t('interference')}</legend>
      ${Interference.options.map(
        (value) =>
          html`<label
            ><input
              type="radio"
              name="interference"
              value="${value}"
              required
              ${typed.field('interference') === value ? html`checked` : null}
            />${words.code('interference', value)}</label
          >`,
      )}
    </fieldset>
    ${lastFields(words, typed)}`
}

function placeFields({ t }: HallWords, { sites, territoires }: HallPlaces, typed: EntryTyped): Html {
  const option = (value: string, label: string, chosen: string): Html =>
    html`<option value="${value}" ${chosen === value ? html`selected` : null}>${label}</option>`
  return html`<label
      ><span class="l">${t('place.site')}</span
      ><select name="site">
        ${option('', t('place.site.none'), typed.field('site'))}
        ${territoires.map(
          (area) =>
            html`<optgroup label="${area.name}">
              ${sites.filter((one) => one.territoire === area.code).map((one) => option(one.id, one.name, typed.field('site')))}
            </optgroup>`,
        )}
      </select></label
    >
    <label
      ><span class="l">${t('place.name')}</span><small>${t('place.name.hint')}</small
      ><input type="text" name="place" maxlength="120" value="${typed.field('place')}"
    /></label>
    <label
      ><span class="l">${t('place.territoire')}</span
      ><select name="territoire">
        ${option('', t('none'), typed.field('territoire'))}${territoires.map((area) => option(area.code, area.name, typed.field('territoire')))}
      </select></label
    >`
}

function lastFields(words: HallWords, typed: EntryTyped): Html {
  const { t } = words
  return html`<fieldset>
      <legend>${t('victims')}</legend>
      <small>${t('victims.hint')}</small>
      ${VICTIMS.map(
        (name) =>
          html`<label
            >${t(`victims.${name}`)}<input
              type="number"
              name="${name}"
              min="0"
              max="100000"
              inputmode="numeric"
              value="${typed.field(name)}"
          /></label>`,
      )}
    </fieldset>
    <fieldset>
      <legend>${t('responses')}</legend>
      ${boxes({ name: 'response', values: Response.options, list: 'response' }, { words, typed })}
    </fieldset>`
}

interface Choices {
  readonly name: string
  readonly values: readonly string[]
  readonly list: string
}
interface Written {
  readonly words: HallWords
  readonly typed: EntryTyped
}
const boxes = ({ name, values, list }: Choices, { words, typed }: Written): readonly Html[] =>
  values.map(
    (value) =>
      html`<label
        ><input
          type="checkbox"
          name="${name}"
          value="${value}"
          ${typed.all(name).includes(value) ? html`checked` : null}
        />${words.code(list, value)}</label
      >`,
  )
const choice = ({ name, values, list }: Choices, { words, typed }: Written): Html =>
  html`<select name="${name}">
    <option value="">${words.t('none')}</option>
    ${values.map((value) => html`<option value="${value}" ${typed.field(name) === value ? html`selected` : null}>${words.code(list, value)}</option>`)}
  </select>`

/** At most so long, and never half a sign. */
const cut = (text: string, most: number): string => text.slice(0, most).toWellFormed()
const among = <Value extends string>(options: readonly Value[], text: string): Value | null => options.find((one) => one === text) ?? null
const counted = (text: string): number | null => (/^\d{1,6}$/.test(text) ? Number(text) : null)

/** The content of a sheet from a form, as sure as a hall is before it was discussed: source not judged, information not judged (F, 6). */
export function contentTyped({ field, all }: EntryTyped, places: HallPlaces): SheetContent {
  const site = places.sites.find((one) => one.id === field('site')) ?? null
  const territoire = site?.territoire ?? places.territoires.find((one) => one.code === field('territoire'))?.code ?? null
  const picked = <Value extends string>(name: string, options: readonly Value[]): Value[] =>
    options.filter((option) => all(name).includes(option))
  return {
    place: {
      ...{
        site: site === null ? null : asId('site', site.id),
        provisionalName: site === null ? cut(field('place'), 120) || null : null,
        at: null,
      },
      ...{ province: places.province, territoire },
    },
    ...{
      minerals: picked('mineral', SheetMineral.options),
      siteKind: null,
      legalState: null,
      access: null,
      nature: cut(field('nature'), 2000),
    },
    actors: ACTOR_LINES.flatMap((line) => {
      const [written, role] = [field(`actor-${line}`), among(ActorRole.options, field(`role-${line}`))]
      return role === null ? [] : [{ actor: null, written: cut(written, 120) || null, role }]
    }),
    modes: MODE_LINES.flatMap((line) => {
      const [mode, stage] = [among(OperatingMode.options, field(`mode-${line}`)), among(ChainStage.options, field(`stage-${line}`))]
      return mode === null ? [] : [{ mode, stage: stage ?? 'pit' }]
    }),
    beneficiaries: picked('beneficiary', BeneficiaryKind.options).map((kind) => ({ kind, name: null, grade: null })),
    ...{ periodFrom: null, periodUntil: null, reliability: 'F', credibility: '6', corroborations: [] },
    interference: among(Interference.options, field('interference')) ?? 'not-known',
    victims: {
      forcedLabour: counted(field('forcedLabour')),
      children: counted(field('children')),
      sexualViolence: counted(field('sexualViolence')),
    },
    responses: picked('response', Response.options),
  }
}

/** The fields of a form from what was written before, for correcting it. */
export function typedOf(
  entry: string,
  { place, minerals, nature, actors, modes, beneficiaries, interference, victims, responses }: SheetContent,
): EntryTyped {
  const one = new Map<string, string>([
    ['site', place.site ?? ''],
    ['place', place.provisionalName ?? ''],
    ['territoire', place.territoire ?? ''],
    ['nature', nature],
    ['interference', interference],
    ...VICTIMS.map((name): [string, string] => [name, victims[name] === null ? '' : String(victims[name])]),
    ...actors.flatMap((actor, line): [string, string][] => [
      [`actor-${line}`, actor.written ?? ''],
      [`role-${line}`, actor.role],
    ]),
    ...modes.flatMap(({ mode, stage }, line): [string, string][] => [
      [`mode-${line}`, mode],
      [`stage-${line}`, stage],
    ]),
  ])
  const many: { readonly [name: string]: readonly string[] } = {
    ...{ mineral: minerals, response: responses },
    beneficiary: beneficiaries.map(({ kind }) => kind),
  }
  return { entry, field: (name) => one.get(name) ?? '', all: (name) => many[name] ?? [] }
}
