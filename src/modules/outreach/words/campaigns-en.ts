/* What the server refuses about campaigns, and what to do. */
import type { campaignsFr } from './campaigns-fr.ts'

export const campaignsEn: { readonly [Key in keyof typeof campaignsFr]: string } = {
  'refusal.unknown-campaign': 'This campaign does not exist, or is not in your province. Go back to the list.',
  'refusal.campaign-there': 'This campaign is recorded already.',
  'refusal.campaign-closed': 'This campaign is closed: nothing more is added.',
  'refusal.campaign-published': 'The campaign is published already: list and materials no longer change.',
  'refusal.campaign-not-over': 'The campaign lasts until {day}. Close it on that day or later.',
  'refusal.campaign-check-open':
    'Before publishing, each point of the list must be said and hold: messages read by survivors, no recognisable image, help named, languages read again.',
  'refusal.unknown-campaign-place': 'A province or territoire is not in the register. Choose from the list.',
  'refusal.material-not-sent': 'The file of the material has not arrived. Send it again.',
  'refusal.reach-before-publishing': 'Reach is counted once the campaign is published.',
  'refusal.reach-day-not-valid': 'The day is after the start of the campaign and not after today.',
  'refusal.reach-channel-not-planned': 'This channel is not of this campaign. Choose another.',
  'refusal.unique-above-impressions': 'There cannot be more unique accounts than impressions. Check both numbers.',
  'refusal.counted-twice-in-one': 'The same sex and age are given twice. Make one line of them.',
  'refusal.unknown-reach': 'This figure of reach does not exist, or was withdrawn already.',
  'refusal.kap-more-than-asked': 'There cannot be more who agreed than were asked, and at least one must have been asked.',
  'refusal.kap-day-not-valid': 'The day of the survey is in the future. Correct it.',
  'refusal.unknown-campaign-material': 'This file is not of this campaign, or it is not published yet. Go back to the campaign.',
}
