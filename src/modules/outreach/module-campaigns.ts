/* Campaigns as an area of outreach. */
import type { OutreachArea } from './area.ts'
import { campaignAggregate, campaignRoutes } from './server/campaigns/http-campaigns.ts'
import { campaignProjection } from './server/campaigns/projection-campaigns.ts'
import type { CampaignDoors } from './server/campaigns/read-campaigns.ts'

export const campaignArea = (doors: CampaignDoors): OutreachArea => ({
  ...{ routes: campaignRoutes(doors), projections: [campaignProjection], aggregates: [campaignAggregate] },
})
