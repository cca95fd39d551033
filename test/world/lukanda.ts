/*
The invented province: outlines, sites and bodies. Nothing here exists; the codes begin with X so that no real p-code can meet them.
It lies in a stretch of forest where no mine is known, so that on a map with real sites it stands apart.
*/
import type { OrganisationKind } from '../../src/modules/people/contract.ts'
import type { DemoOrganisation } from './accounts.ts'

export const PROVINCE_CODE = 'XL1'

const box = (west: number, south: number, east: number, north: number): readonly (readonly (readonly number[])[])[] => [
  [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ],
]
const feature = (properties: object, coordinates: unknown): object => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates },
})

/** GeoJSON text as an officer would load it. */
export const provinceOutline = JSON.stringify({
  type: 'FeatureCollection',
  features: [feature({ pcode: PROVINCE_CODE, name: 'Lukanda (fictive)' }, box(21, -3.4, 22, -2.4))],
})
export const territoireOutlines = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    feature({ pcode: 'XL101', name: 'Lukanda-Nord', kind: 'territoire', parent: PROVINCE_CODE }, box(21, -2.7, 22, -2.4)),
    feature({ pcode: 'XL102', name: 'Lukanda-Est', kind: 'territoire', parent: PROVINCE_CODE }, box(21, -3.4, 21.5, -2.7)),
    feature({ pcode: 'XL103', name: 'Lukanda-Lac', kind: 'territoire', parent: PROVINCE_CODE }, box(21.5, -3.4, 22, -2.7)),
  ],
})

export interface DemoBody {
  readonly key: DemoOrganisation
  readonly name: string
  readonly kind: OrganisationKind
  readonly area: string | null
}
export const bodies: readonly DemoBody[] = [
  { key: 'ministry', name: 'Ministère des Mines (démonstration)', kind: 'ministry', area: null },
  { key: 'division', name: 'Division provinciale des Mines de Lukanda', kind: 'provincial-division', area: PROVINCE_CODE },
  { key: 'saemape', name: 'SAEMAPE Lukanda', kind: 'saemape', area: PROVINCE_CODE },
  { key: 'ceec', name: 'CEEC, bureau de Lukanda', kind: 'ceec', area: null },
  { key: 'cooperative', name: 'Coopérative minière Umoja', kind: 'cooperative', area: PROVINCE_CODE },
  { key: 'trader', name: 'Négoce Bahati', kind: 'trader', area: PROVINCE_CODE },
  { key: 'exporter', name: 'Comptoir Nyota', kind: 'exporter', area: null },
  { key: 'otherExporter', name: 'Comptoir Mwezi', kind: 'exporter', area: null },
  { key: 'partner', name: 'Partenaire technique (démonstration)', kind: 'un', area: null },
  { key: 'civilSociety', name: 'Société civile de Lukanda', kind: 'civil-society', area: PROVINCE_CODE },
  { key: 'scheme', name: 'Programme d’étiquetage (démonstration)', kind: 'scheme-operator', area: null },
  { key: 'titleHolder', name: 'Titre minier de Lukanda (fictif)', kind: 'concession-holder', area: PROVINCE_CODE },
  { key: 'auditor', name: 'Cabinet d’audit accrédité (démonstration)', kind: 'auditor', area: null },
  { key: 'platform', name: 'Exploitant de la plate-forme', kind: 'platform', area: null },
  { key: 'ngao', name: 'Ngao, accompagnement des personnes (démonstration)', kind: 'protection-ngo', area: null },
  { key: 'salama', name: 'Association Salama (démonstration)', kind: 'shelter', area: null },
  { key: 'tumaini', name: 'Centre de santé Tumaini (démonstration)', kind: 'health-service', area: PROVINCE_CODE },
  { key: 'haki', name: 'Haki, aide juridique (démonstration)', kind: 'legal-aid', area: null },
  { key: 'secretariat', name: 'Secrétariat technique de la feuille de route (démonstration)', kind: 'peace-secretariat', area: null },
  { key: 'donor', name: 'Fonds pour des minerais responsables (démonstration)', kind: 'donor', area: null },
  { key: 'apltp', name: 'APLTP (démonstration)', kind: 'anti-trafficking-agency', area: null },
]

export interface DemoSite {
  readonly key: string
  readonly name: string
  readonly latitude: number
  readonly longitude: number
  readonly territoire: string
  readonly minerals: readonly ('Au' | 'Sn' | 'Ta' | 'W')[]
  readonly workers: number
}
const site = (key: string, name: string, rest: Omit<DemoSite, 'key' | 'name'>): DemoSite => ({ key, name, ...rest })
export const sites: readonly DemoSite[] = [
  site('mweupe', 'Mto Mweupe 2', {
    latitude: -2.5123,
    longitude: 21.4411,
    territoire: 'Lukanda-Nord',
    minerals: ['Sn', 'Ta'],
    workers: 214,
  }),
  site('saba', 'Mlima Saba', { latitude: -2.8123, longitude: 21.441, territoire: 'Lukanda-Est', minerals: ['Ta'], workers: 95 }),
  site('nyota', 'Bonde la Nyota', { latitude: -2.9312, longitude: 21.7214, territoire: 'Lukanda-Lac', minerals: ['Au'], workers: 380 }),
  site('kiwanja', 'Kiwanja B', { latitude: -3.1034, longitude: 21.8123, territoire: 'Lukanda-Lac', minerals: ['Au'], workers: 160 }),
  site('colline', 'Colline 12', { latitude: -3.2211, longitude: 21.6021, territoire: 'Lukanda-Lac', minerals: ['Au'], workers: 60 }),
  site('pango', 'Pango 3', { latitude: -3.0412, longitude: 21.2211, territoire: 'Lukanda-Est', minerals: ['W'], workers: 40 }),
  site('ziwa', 'Ziwa Kando', { latitude: -2.8533, longitude: 21.9102, territoire: 'Lukanda-Lac', minerals: ['Sn'], workers: 120 }),
  site('mawe', 'Mawe Matatu', { latitude: -2.6011, longitude: 21.7034, territoire: 'Lukanda-Nord', minerals: ['Sn'], workers: 75 }),
  site('jiwe', 'Jiwe Jeusi', { latitude: -2.4672, longitude: 21.1933, territoire: 'Lukanda-Nord', minerals: ['Ta'], workers: 55 }),
  site('bwawa', 'Bwawa la Dhahabu', { latitude: -3.3121, longitude: 21.3345, territoire: 'Lukanda-Est', minerals: ['Au'], workers: 230 }),
]
