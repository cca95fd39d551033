/* Which sites the next mission should see: a ranked list to choose from, and on to the plan with what was chosen. */
import { useState } from 'react'
import { AppLink, LinkButton } from '../../../../app/kit/button.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { useWords } from '../../../../app/words.ts'
import { RankedSites } from './ranked-sites.tsx'
import type { PickedSite } from './site-search.tsx'

export function ProposalsScreen() {
  const { t } = useWords()
  const [url, change] = useUrlState()
  const [picked, setPicked] = useState<readonly PickedSite[]>([])
  const province = url['province'] ?? ''
  return (
    <Page title={t('rank.title')} crumbs={<AppLink to="/missions">{t('missions.title')}</AppLink>} under={t('rank.under')}>
      <Note tone="calm">{t('rank.limits')}</Note>
      <Panel>
        <RankedSites
          province={province}
          onProvince={(value) => change({ province: value })}
          asOf={url['asOf'] ?? ''}
          onAsOf={(asOf) => change({ asOf })}
          picked={picked}
          onPick={setPicked}
        />
      </Panel>
      <div className="picked-bar">
        <span>{t('rank.picked', { n: picked.length })}</span>
        {picked.length > 0 && (
          <LinkButton
            kind="primary"
            to="/missions/new"
            search={{ sites: picked.map((one) => one.site).join(','), ...(province ? { province } : {}) }}
          >
            {t('rank.plan')}
          </LinkButton>
        )}
      </div>
    </Page>
  )
}
