/*
The provinces of the Democratic Republic of the Congo since 2015, with their OCHA p-codes and ISO 3166-2 codes, so that names and
codes exist before any boundary was imported; and which units of the second level are towns. Facts, typed by hand and compared in
a test with the p-code list. P-codes and names V (OCHA list of 2019); ISO codes V for CD-BU, U for the others; towns S.
*/
import type { Area } from '../contract.ts'
import { AIMAG_NAMES } from './aimags.ts'

const province = (code: string, iso: string, name: string): Area => ({ code, level: 'province', name, kind: 'province', iso })

export const PROVINCES: readonly Area[] = [
  province('CD10', 'CD-KN', 'Kinshasa'),
  province('CD20', 'CD-BC', 'Kongo-Central'),
  province('CD31', 'CD-KG', 'Kwango'),
  province('CD32', 'CD-KL', 'Kwilu'),
  province('CD33', 'CD-MN', 'Maï-Ndombe'),
  province('CD41', 'CD-EQ', 'Équateur'),
  province('CD42', 'CD-SU', 'Sud-Ubangi'),
  province('CD43', 'CD-NU', 'Nord-Ubangi'),
  province('CD44', 'CD-MO', 'Mongala'),
  province('CD45', 'CD-TU', 'Tshuapa'),
  province('CD51', 'CD-TO', 'Tshopo'),
  province('CD52', 'CD-BU', 'Bas-Uélé'),
  province('CD53', 'CD-HU', 'Haut-Uélé'),
  province('CD54', 'CD-IT', 'Ituri'),
  province('CD61', 'CD-NK', 'Nord-Kivu'),
  province('CD62', 'CD-SK', 'Sud-Kivu'),
  province('CD63', 'CD-MA', 'Maniema'),
  province('CD71', 'CD-HK', 'Haut-Katanga'),
  province('CD72', 'CD-LU', 'Lualaba'),
  province('CD73', 'CD-HL', 'Haut-Lomami'),
  province('CD74', 'CD-TA', 'Tanganyika'),
  province('CD81', 'CD-LO', 'Lomami'),
  province('CD82', 'CD-KE', 'Kasaï-Oriental'),
  province('CD83', 'CD-SA', 'Sankuru'),
  province('CD91', 'CD-KC', 'Kasaï-Central'),
  province('CD92', 'CD-KS', 'Kasaï'),
]

/** Names on older papers that mean exactly one unit of today. The four provinces that were cut into several are not here: they name none. */
export const OTHER_NAMES: { readonly [code: string]: readonly string[] } = {
  CD20: ['Bas-Congo', 'Bas-Zaïre'],
  // The p-code list calls the territoire of Beni by the name of its seat.
  CD6107: ['Beni'],
  ...AIMAG_NAMES,
}

const VILLES = `CD1000 CD2001 CD2002 CD3101 CD3201 CD3203 CD3301 CD4101 CD4201 CD4206 CD4301 CD4401 CD4501 CD5101 CD5201 CD5301 CD5401
  CD6101 CD6109 CD6110 CD6201 CD6301 CD7101 CD7106 CD7201 CD7301 CD7401 CD8101 CD8103 CD8201 CD8301 CD9101 CD9201`
const CITES = `CD2004 CD2006 CD2008 CD2012 CD2014 CD2016 CD2018 CD3104 CD3106 CD3205 CD3207 CD3208 CD3209 CD3211 CD3213 CD3305 CD3309 CD4106
  CD4303 CD4403 CD5104 CD5106 CD5108 CD5203 CD5205 CD5210 CD5304 CD5306 CD5308 CD5310 CD5404 CD5406 CD5408 CD5410 CD5411 CD6108 CD6112
  CD6204 CD6209 CD6211 CD6213 CD6304 CD6306 CD6308 CD6310 CD6312 CD7103 CD7204 CD7403 CD7405 CD7408 CD8107 CD8109 CD8203 CD8204 CD8206
  CD8304 CD8305 CD8311 CD9103 CD9203 CD9206`
const villes = new Set(VILLES.split(/\s+/))
const cites = new Set(CITES.split(/\s+/))

/** What a unit of the second level is. A file seldom says it, and a ville and a territoire may share a name. */
export function kindOfUnit(code: string): 'ville' | 'cité' | 'territoire' {
  if (villes.has(code)) return 'ville'
  return cites.has(code) ? 'cité' : 'territoire'
}
