/*
Which sites a list or a map shows, as written in its address: colour, mineral, province, lapsed, words. The same names go to the
server and filter what a device kept, so that a map without network answers like one with it. Pure.
*/
import { foldText } from '../../../../app/kit/table-rows.ts'
import type { UrlState } from '../../../../app/kit/url-state.ts'
import type { Mineral } from '../../contract.ts'

export const colours = ['green', 'yellow', 'red', 'blue', 'none'] as const
export type ShownColour = (typeof colours)[number]
export const minerals = ['Au', 'Sn', 'Ta', 'W', 'other'] as const

export interface SiteFilter {
  readonly colour: ShownColour | ''
  readonly mineral: Mineral | ''
  /** P-code. */
  readonly province: string
  readonly lapsed: 'yes' | 'no' | ''
  readonly text: string
}

/** What the address says; words that are no filter are left out, so a bad link shows all rather than nothing. */
export function readFilter(state: UrlState): SiteFilter {
  return {
    colour: colours.find((one) => one === state['colour']) ?? '',
    mineral: minerals.find((one) => one === state['mineral']) ?? '',
    province: /^[A-Z]{2}\d{2,4}$/.test(state['province'] ?? '') ? (state['province'] ?? '') : '',
    lapsed: state['lapsed'] === 'yes' || state['lapsed'] === 'no' ? state['lapsed'] : '',
    text: state['q'] ?? '',
  }
}

export interface Filtered {
  readonly name: string
  readonly minerals: readonly Mineral[]
  /** The colour that people read, and the day on which it ran out. */
  readonly shown: ShownColour
  readonly lapsedOn: string | null
}

/** The filter over what the device holds; the province is asked from the server, because only it knows the boundaries. */
export function matchesFilter(site: Filtered, filter: SiteFilter): boolean {
  return (
    (filter.colour === '' || site.shown === filter.colour) &&
    (filter.mineral === '' || site.minerals.includes(filter.mineral)) &&
    (filter.lapsed === '' || (site.lapsedOn !== null) === (filter.lapsed === 'yes')) &&
    matchesText(site.name, filter.text)
  )
}

const matchesText = (name: string, text: string): boolean => {
  const whole = foldText(name)
  return foldText(text)
    .split(/\s+/)
    .every((part) => whole.includes(part))
}
