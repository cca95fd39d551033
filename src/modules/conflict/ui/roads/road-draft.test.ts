/* A road is written as a list of places; what cannot be read is named by its line. */
import { expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import { draftOf, placesIn, sentRoad } from './road-draft.ts'

const source = { name: 'Relevé (fictif)', reliability: 'B', credibility: '2' } as const

test('places with a point or a comma, with a name or without; a line that is none is named by its number', () => {
  expect(placesIn('-2.5123; 21.4411; Mto Mweupe 2\n-2,58; 21,452\n\n-2.6, 21.46, Bac de la Luka')).toEqual({
    places: [
      { at: { latitude: -2.5123, longitude: 21.4411 }, name: 'Mto Mweupe 2' },
      { at: { latitude: -2.58, longitude: 21.452 }, name: null },
      { at: { latitude: -2.6, longitude: 21.46 }, name: 'Bac de la Luka' },
    ],
    unread: [],
  })
  expect(placesIn('-2.5; 21.4\nLukanda\n95; 21').unread).toEqual([2, 3])
})
test('a road is sent with its ties at the places of their names; without two places, a name or a source it is not sent', () => {
  const site = asId('site', '019aa5db-c580-7fff-bfff-000000000001')
  const draft = {
    ...({ name: ' Axe nord ', written: '-2.5; 21.4; Mto\n-2.6; 21.5; Dépôt', armed: 'yes', asOf: '2026-11-20' } as const),
    ties: {
      Mto: { kind: 'site', site },
      Dépôt: { kind: 'selling-point', site: null },
      Ailleurs: { kind: 'exit-point', site: null },
    } as const,
  }
  const sent = sentRoad(draft, source)
  expect(sent).toMatchObject({
    ...{ name: 'Axe nord', armed: 'yes', asOf: '2026-11-20', source },
    links: [
      { kind: 'site', site, name: 'Mto', waypoint: 0 },
      { kind: 'selling-point', site: null, name: 'Dépôt', waypoint: 1 },
    ],
  })
  expect([sentRoad(draft, null), sentRoad({ ...draft, name: ' ' }, source), sentRoad({ ...draft, written: '-2; 21' }, source)]).toEqual([
    null,
    null,
    null,
  ])
  expect(sentRoad({ ...draft, written: `${draft.written}\nnulle part` }, source)).toBeNull()
  // Described again, it begins as it stands, on today's day.
  expect(sent && sentRoad(draftOf(sent, '2026-11-21'), source)).toEqual({ ...sent, asOf: '2026-11-21' })
})
