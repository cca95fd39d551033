/*
The conflict map by territoire as files: the same lines that a committee reads. Where nobody looked there is no number, neither 0 nor none: the state says so in
a column of its own.
*/
import { csvOfRows } from '../../../../kernel/csv.ts'
import type { Outline } from '../../../places/contract.ts'
import type { ShownPersons, ZoneLine } from '../../contract-sheet-answers.ts'

const HEADS = [
  ...['pcode', 'name', 'kind', 'level', 'province', 'state', 'sheets', 'newest', 'oldest', 'interference', 'modes'],
  ...['beneficiaries', 'minerals', 'site_kinds', 'responses', 'forced_labour', 'children', 'sexual_violence'],
]
type Counted = readonly { readonly of: string; readonly stage?: string; readonly sheets: number }[]
const listed = (lines: Counted): string =>
  lines.map(({ of, stage, sheets }) => `${of}${stage === undefined ? '' : `@${stage}`}:${sheets}`).join(' ')
const persons = (told: ShownPersons): string => (told.told === 'at-least' ? `>=${told.persons}` : told.told)
const looked = (zone: ZoneLine): boolean => zone.state !== 'not-looked-at'

export const zonesCsv = (zones: readonly ZoneLine[]): string =>
  csvOfRows([
    HEADS,
    ...zones.map((zone) => [
      ...[zone.area, zone.name, zone.kind, zone.level, zone.province, zone.state],
      ...(looked(zone) ? [String(zone.sheets), zone.newest ?? '', zone.oldest ?? ''] : ['', '', '']),
      ...[listed(zone.interference), listed(zone.modes), listed(zone.beneficiaries), listed(zone.minerals), listed(zone.siteKinds)],
      ...[listed(zone.responses)],
      ...(looked(zone) ? [zone.victims.forcedLabour, zone.victims.children, zone.victims.sexualViolence].map(persons) : ['', '', '']),
    ]),
  ])

/** An area without a loaded outline has no geometry, and is there all the same. */
export const zonesGeoJson = (
  zones: readonly ZoneLine[],
  { outlines, on }: { readonly outlines: ReadonlyMap<string, Outline>; readonly on: string },
): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    on,
    features: zones.map((zone) => {
      const coordinates = outlines.get(zone.area)
      const { sheets, victims, ...told } = zone
      return {
        type: 'Feature',
        geometry: coordinates ? { type: 'MultiPolygon', coordinates } : null,
        properties: { ...told, ...(looked(zone) ? { sheets, victims } : {}) },
      }
    }),
  })
