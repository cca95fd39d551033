/* How what happens in campaigns becomes rows. */
import { subjectId } from '../../../../platform/log/event.ts'
import { type Projection, on } from '../../../../platform/log/projection.ts'
import { campaignKinds as kinds } from '../../domain/campaigns/campaign.ts'
import * as store from './store-campaigns.ts'

const added = [
  ...([
    'campaign.checked.v1',
    'campaign.material-added.v1',
    'campaign.published.v1',
    'campaign.kap-recorded.v1',
    'campaign.closed.v1',
  ] as const),
]
export const campaignProjection: Projection = {
  name: 'outreach-campaigns',
  tables: ['outreach_campaign', 'outreach_direct_reach'],
  apply: {
    'campaign.planned.v1': on(kinds['campaign.planned.v1'], (tx, { tenant, subject, payload }) =>
      store.insertCampaign(tx, tenant, { id: subjectId(subject), kind: 'campaign.planned.v1', payload, from: payload.from }),
    ),
    'campaign.reach-recorded.v1': on(kinds['campaign.reach-recorded.v1'], async (tx, { tenant, subject, payload, learnedAt }) => {
      const campaign = subjectId(subject)
      await store.addAct(tx, tenant, { id: campaign, kind: 'campaign.reach-recorded.v1', payload })
      if (payload.reach.kind !== 'direct') return
      const { on: day, channel, province, counted } = payload.reach
      await store.insertDirect(tx, tenant, { id: payload.id, campaign, on: day, channel, province, counted, learnedAt })
    }),
    'campaign.reach-withdrawn.v1': on(kinds['campaign.reach-withdrawn.v1'], async (tx, { tenant, subject, payload }) => {
      await store.addAct(tx, tenant, { id: subjectId(subject), kind: 'campaign.reach-withdrawn.v1', payload })
      await store.deleteDirect(tx, tenant, payload.reach)
    }),
    ...Object.fromEntries(
      added.map((kind) => [
        kind,
        on(kinds[kind], (tx, { tenant, subject, payload }) => store.addAct(tx, tenant, { id: subjectId(subject), kind, payload })),
      ]),
    ),
  },
}
