/* Refusals about roads and roadblocks. */
import type { roadsFr } from './roads-fr.ts'

export const roadsEn: Record<keyof typeof roadsFr, string> = {
  'refusal.conflict-day-in-the-future': '{on} has not come yet. Write the day on which it was seen.',
  'refusal.road-described-already': 'This road is described already. Open it and describe it again.',
  'refusal.road-link-off-the-road': 'A place that is tied to the road lies on none of its points. Choose a point from the list.',
  'refusal.unknown-road': 'This road is not known. Choose it from the list, or describe it first.',
  'refusal.roadblock-proposed-already': 'This roadblock is proposed already. Open it and say that you saw it again.',
  'refusal.roadblock-confirmed-already': 'This roadblock is confirmed already.',
  'refusal.roadblock-second-person':
    'Another person than the one who proposed the roadblock, or saw it again after it was lifted, has to confirm it.',
  'refusal.roadblock-seen-already': 'This source has already said that it saw it on {on}. Write another day or another source.',
  'refusal.roadblock-lifted-already': 'This roadblock is lifted already. If it came back, say on which day it was seen again.',
  'refusal.roadblock-seen-after': 'It was still seen on {on}. Write a day of lifting that comes after it.',
  'refusal.roadblock-without-place': 'Nobody knows where it stands. Give a position, or a road and a kilometre.',
  'refusal.unknown-roadblock': 'This roadblock is not known, or it is not shown to you.',
  'refusal.survey-declared-already': 'This survey is declared already.',
  'refusal.unknown-survey': 'This survey is not known, or it was withdrawn.',
}
