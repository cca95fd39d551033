/*
Mongolian, in part: the resource-centre desk, trainings, campaigns, flow monitoring, and what frames them. All of it is a proposal that wants a native reader; what is missing is said in English. Fetched only by who
chooses it: no other telephone carries a letter of it.
*/
import { keptCountMn } from '../../modules/mobility/words/kept-count-mn.ts'
import { mobilityRefusalsMn } from '../../modules/mobility/words/refusals-mn.ts'
import { screenCountMn } from '../../modules/mobility/words/screen-count-mn.ts'
import { screenMobilityMn } from '../../modules/mobility/words/screen-mobility-mn.ts'
import { screenWorkersMn } from '../../modules/mobility/words/screen-workers-mn.ts'
import { trainingCodesMn } from '../../modules/outreach/words/codes-training-mn.ts'
import { outreachRefusalsMn } from '../../modules/outreach/words/refusals-mn.ts'
import { screenCampaignsMn } from '../../modules/outreach/words/screen-campaigns-mn.ts'
import { screenDeskMn } from '../../modules/outreach/words/screen-desk-mn.ts'
import { outreachHomeMn } from '../../modules/outreach/words/screen-home-mn.ts'
import { keptSheetMn } from '../../modules/outreach/words/kept-sheet-mn.ts'
import { screenTestRoomMn } from '../../modules/outreach/words/screen-test-room-mn.ts'
import { screenTrainingMn } from '../../modules/outreach/words/screen-training-mn.ts'
import { frameMn } from './frame-mn.ts'

export const partialMn: { readonly [key: string]: string } = {
  ...frameMn,
  ...keptCountMn,
  ...mobilityRefusalsMn,
  ...screenCountMn,
  ...screenMobilityMn,
  ...screenWorkersMn,
  ...outreachRefusalsMn,
  ...screenDeskMn,
  ...trainingCodesMn,
  ...outreachHomeMn,
  ...keptSheetMn,
  ...screenTestRoomMn,
  ...screenTrainingMn,
  ...screenCampaignsMn,
}
