/*
The texts on which missions and orders of the DRC rest, as data with their evidence mark. A list that a drafter picks from and against
which a draft is read: a text outside it is not wrong, only not known here, and the check says so.
*/
import type { Evidence } from '../../../../kernel/rulebook.ts'

export interface LegalInstrument {
  readonly id: string
  /** As it is cited in the head of an order. */
  readonly cited: string
  readonly subject: { readonly fr: string; readonly en: string }
  readonly evidence: Evidence
  /** Words of which one must stand in a line of the legal basis for the line to be this text. */
  readonly marks: readonly string[]
  /** Taken into the head of a new draft. */
  readonly usual: boolean
}
type Row = readonly [id: string, cited: string, fr: string, en: string, evidence: Evidence, marks: readonly string[], usual?: true]
const rows: readonly Row[] = [
  [
    'code-minier',
    'Loi n° 007/2002 du 11 juillet 2002 portant Code minier, telle que modifiée et complétée par la loi n° 18/001 du 9 mars 2018',
    'code minier',
    'mining code',
    'V',
    ['007/2002', '18/001'],
    true,
  ],
  [
    'reglement-minier',
    'Décret n° 038/2003 du 26 mars 2003 portant Règlement minier, tel que modifié et complété par le décret n° 18/024 du 8 juin 2018',
    'règlement minier',
    'mining regulation',
    'V',
    ['038/2003', '18/024'],
    true,
  ],
  [
    '0711-2010',
    'Arrêté interministériel n° 0711/CAB.MIN/MINES/01/2010 et n° 206/CAB.MIN/FINANCES/2010 du 15 octobre 2010',
    'manuel de traçabilité, de l’extraction à l’exportation',
    'traceability manual, extraction to export',
    'V',
    ['0711'],
  ],
  [
    '0149-2014',
    'Arrêté interministériel n° 0149/CAB.MIN/MINES/01/2014 et n° 116/CAB.MIN/FINANCES/2014',
    'manuel de traçabilité en vigueur ; jour exact non vérifié',
    'current traceability manual; exact day not verified',
    'U',
    ['0149'],
  ],
  [
    '0057-2012',
    'Arrêté ministériel n° 0057/CAB.MIN/MINES/01/2012 du 29 février 2012',
    'mise en œuvre du mécanisme régional de certification de la CIRGL',
    'puts the ICGLR regional certification mechanism in force',
    'V',
    ['0057'],
    true,
  ],
  [
    '0058-2012',
    'Arrêté ministériel n° 0058/CAB.MIN/MINES/01/2012 du 29 février 2012',
    'procédures de qualification et de validation des sites',
    'procedures to qualify and validate sites',
    'V',
    ['0058'],
  ],
  [
    '29-10-2015',
    'Arrêté ministériel du 29 octobre 2015',
    'trois couleurs, site par site',
    'three colours, per site',
    'S',
    ['29 octobre 2015', '2015-10-29'],
  ],
  [
    '0677-2021',
    'Arrêté ministériel n° 0677/CAB.MIN/MINES/ANSK/01/2021 du 12 novembre 2021',
    'procédures de détermination du statut des sites ; statut bleu ; art. 11 b, prorogation du rouge',
    'procedures to determine the status of sites; blue status; art. 11 b, prolongation of red',
    'V',
    ['0677'],
    true,
  ],
  [
    '00879-2022',
    'Arrêté ministériel n° 00879/CAB.MIN/MINES/01/2022 du 2 février 2022',
    'centres de négoce',
    'trading centres',
    'V',
    ['00879'],
  ],
  [
    '12-02-2025',
    'Arrêté ministériel du 12 février 2025',
    '38 sites de Rubaya et Nyabibwe classés rouges pour six mois',
    '38 sites of Rubaya and Nyabibwe red for six months',
    'V',
    ['12 février 2025', '2025-02-12'],
  ],
  [
    '03-11-2025',
    'Arrêté ministériel du 3 novembre 2025',
    'prorogation de six mois du classement rouge',
    'red listing prolonged by six months',
    'V',
    ['3 novembre 2025', '2025-11-03'],
  ],
  [
    '18-042',
    'Décret n° 18/042 du 24 novembre 2018',
    'substances stratégiques : cobalt, germanium, coltan',
    'strategic substances: cobalt, germanium, coltan',
    'V',
    ['18/042'],
  ],
  [
    'sk-12-35',
    'Arrêté provincial n° 12/35/GP/SK du 22 octobre 2012',
    'comité provincial de suivi du Sud-Kivu, création',
    'provincial steering committee of South Kivu, creation',
    'V',
    ['12/35/GP'],
  ],
  [
    'sk-18-035',
    'Arrêté provincial n° 18/035/GP/SK du 3 septembre 2018',
    'comité provincial de suivi du Sud-Kivu, modification',
    'provincial steering committee of South Kivu, change',
    'V',
    ['18/035/GP'],
  ],
  [
    'sk-23-086',
    'Arrêté provincial n° 23/086/GP/SK du 10 mai 2023',
    'comité provincial de suivi du Sud-Kivu, coordonnateur',
    'provincial steering committee of South Kivu, coordinator',
    'V',
    ['23/086/GP'],
  ],
]
export const legalInstruments: readonly LegalInstrument[] = rows.map(([id, cited, fr, en, evidence, marks, usual = false]) => ({
  id,
  cited,
  subject: { fr, en },
  evidence,
  marks,
  usual,
}))

/** The text that a line of the legal basis cites; `null`: none that is known here. */
export const instrumentIn = (line: string): LegalInstrument | null =>
  legalInstruments.find((one) => one.marks.some((mark) => line.toLowerCase().includes(mark.toLowerCase()))) ?? null
