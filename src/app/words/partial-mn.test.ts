/* A partial language is held to its part: every word of these screens and of what frames them, the same facts, in its own letters, and nothing that no screen asks for. */
import { expect, test } from 'vitest'
import { keptCountFr } from '../../modules/mobility/words/kept-count-fr.ts'
import { fr as mobilityRefusalsFr } from '../../modules/mobility/words/fr.ts'
import { screenCountFr } from '../../modules/mobility/words/screen-count-fr.ts'
import { screenMobilityFr } from '../../modules/mobility/words/screen-mobility-fr.ts'
import { screenWorkersFr } from '../../modules/mobility/words/screen-workers-fr.ts'
import { trainingCodesFr } from '../../modules/outreach/words/codes-training-fr.ts'
import { fr as outreachRefusalsFr } from '../../modules/outreach/words/fr.ts'
import { screenCampaignsFr } from '../../modules/outreach/words/screen-campaigns-fr.ts'
import { screenDeskFr } from '../../modules/outreach/words/screen-desk-fr.ts'
import { outreachHomeFr } from '../../modules/outreach/words/screen-home-fr.ts'
import { keptSheetFr } from '../../modules/outreach/words/kept-sheet-fr.ts'
import { screenTestRoomFr } from '../../modules/outreach/words/screen-test-room-fr.ts'
import { screenTrainingFr } from '../../modules/outreach/words/screen-training-fr.ts'
import { dictionaryFr } from '../words-fr.ts'
import { appFr } from './app-fr.ts'
import { chartFr } from './chart-fr.ts'
import { partialMn } from './partial-mn.ts'

/** Of the frame what these screens never show: colours of sites, minerals, the camera, days of validity, dates of a view into the past. */
const elsewhere = /^(status|clock|mineral|verify-page|asof|home)[.-]/
const frame = Object.keys({ ...appFr, ...chartFr }).filter((key) => !elsewhere.test(key))
/** Words of screens, and the refusals that they may bring. */
const french: { readonly [key: string]: string } = { ...dictionaryFr, ...mobilityRefusalsFr, ...outreachRefusalsFr }
const slots = (sentence: string): readonly string[] =>
  [...new Set([...sentence.matchAll(/\{([\w-]+)/g)].map((found) => found[1] ?? ''))].toSorted()

/** The entries of the desk menu under which these screens stand. */
const menu = ['trainings.nav', 'campaigns.nav', 'desk-visits.nav', 'flows.nav', 'flow-count.nav', 'test-room.nav']
const counting = { ...keptCountFr, ...screenCountFr, ...screenMobilityFr, ...screenWorkersFr, ...mobilityRefusalsFr }
const outreach = {
  ...outreachRefusalsFr,
  ...screenDeskFr,
  ...trainingCodesFr,
  ...keptSheetFr,
  ...screenTestRoomFr,
  ...outreachHomeFr,
  ...screenTrainingFr,
  ...screenCampaignsFr,
}

test('every word of the screens that speak Mongolian, and of what frames them, is there', () => {
  const asked = [...frame, ...menu, ...Object.keys({ ...counting, ...outreach })]
  expect(asked.filter((key) => !partialMn[key])).toEqual([])
})
test('nothing is said that no screen asks for, and each sentence takes the same facts as the French one', () => {
  expect(Object.keys(partialMn).filter((key) => !(key in french))).toEqual([])
  expect(Object.entries(partialMn).filter(([key, words]) => slots(words).join() !== slots(french[key] ?? '').join())).toEqual([])
})
test('it is written in Mongolian letters, but for the name of the program', () => {
  const foreign = Object.entries(partialMn).filter(([, words]) => !/[а-яёөү]/i.test(words))
  expect(foreign.map(([key]) => key)).toEqual(['app.name', 'app.colon'])
})
