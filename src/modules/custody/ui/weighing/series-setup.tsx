/* Once per series: site, whose bags, mineral, day. The site's status on that day stands beside it, because it decides what the bags will be. */
import { useAnswer } from '../../../../app/ask.ts'
import { fieldHand } from '../../../../app/device.ts'
import { Button, LinkButton } from '../../../../app/kit/button.tsx'
import { Choice } from '../../../../app/kit/choice.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField } from '../../../../app/kit/field.tsx'
import { NamedField } from '../../../../app/kit/named-field.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import type { Mineral } from '../../../sites/contract.ts'
import { ineligibleSite, standingFacts } from '../../domain/plausibility/arrival-rules.ts'
import { standingOn } from '../../domain/weighing/standing-on.ts'
import { Findings } from '../lots/findings.tsx'
import { OrganisationField, SiteField } from '../lots/pick.tsx'
import type { AroundSite } from './use-around.ts'

export const emptySetup = { site: '', siteName: '', siteCode: '', holder: '', holderName: '', mineral: '', producedOn: '', series: '' }
export type Setup = typeof emptySetup
export interface SetupProps {
  readonly setup: Setup
  readonly change: (part: Partial<Setup>) => void
  readonly known: AroundSite
  readonly onReady: () => void
}
const minerals: readonly Mineral[] = ['Sn', 'Ta', 'W', 'Au', 'other']

export function SeriesSetup({ setup, change, known, onReady }: SetupProps) {
  const { t } = useWords()
  const listed = known.site?.minerals ?? []
  const offered = listed.length > 0 ? listed : minerals
  const only = offered.length === 1 ? offered[0] : undefined
  const mineral = minerals.find((one) => one === setup.mineral) ?? only ?? ''
  const ready = setup.site !== '' && setup.holder !== '' && mineral !== '' && setup.producedOn !== ''
  return (
    <Panel title={t('scale.setup')}>
      <div className="stack">
        <p className="small">{t('scale.setup.explain')}</p>
        <PickSite setup={setup} change={change} />
        <SiteStatus setup={setup} known={known} />
        <HolderField setup={setup} change={change} />
        {only === undefined && (
          <Choice
            legend={t('lots.mineral')}
            value={mineral}
            options={offered.map((value) => ({ value, label: t(`mineral.${value}`) }))}
            onValue={(value) => change({ mineral: value })}
          />
        )}
        <DateField
          label={t('scale.produced')}
          value={setup.producedOn}
          max={todayHere()}
          onValue={(producedOn) => change({ producedOn })}
          required
        />
        <Button
          kind="primary"
          className="scale-go"
          disabled={!ready}
          onClick={() => {
            change({ mineral, series: new Date().toISOString() })
            onReady()
          }}
        >
          {t('scale.setup.go')}
        </Button>
      </div>
    </Panel>
  )
}

interface SiteRow {
  readonly id: string
  readonly name: string
  readonly nationalId: string
}
/** On a telephone first what it carries, by name; a desk searches the register. */
function PickSite({ setup, change }: Pick<SetupProps, 'setup' | 'change'>) {
  const { t } = useWords()
  const isPhone = fieldHand() !== null
  const list = useAnswer<{ readonly sites: readonly SiteRow[]; readonly total: number }>(
    isPhone ? '/api/sites?pageSize=50&sort=name' : null,
  )
  const value = setup.site === '' ? null : { id: setup.site, name: setup.siteName, nationalId: setup.siteCode }
  const pick = (site: SiteRow | null) =>
    change({ site: site?.id ?? '', siteName: site?.name ?? '', siteCode: site?.nationalId ?? '', mineral: '' })
  const sites = list.data?.sites ?? []
  const search = <SiteField label={t('scale.site')} value={value} onValue={pick} />
  if (!isPhone || (list.data && list.data.total > sites.length) || (value && !sites.some((one) => one.id === value.id))) return search
  if (list.data && sites.length === 0)
    return (
      <Note tone="warn">
        {t('scale.site.none')} <LinkButton to="/field/carry">{t('scale.site.carry')}</LinkButton>
      </Note>
    )
  return (
    <NamedField
      label={t('scale.site')}
      named={list.data && sites}
      empty={t('pick.choose')}
      value={setup.site}
      onValue={(id) => pick(sites.find((one) => one.id === id) ?? null)}
      required
    />
  )
}

function HolderField({ setup, change }: Pick<SetupProps, 'setup' | 'change'>) {
  const { t } = useWords()
  const named = useAnswer<{ readonly organisations: readonly { readonly id: string; readonly name: string }[] }>('/api/organisations').data
  return (
    <OrganisationField
      label={t('scale.holder')}
      value={setup.holder}
      onValue={(holder) => change({ holder, holderName: named?.organisations.find((one) => one.id === holder)?.name ?? '' })}
      kinds={['cooperative', 'trader']}
    />
  )
}

/** Rule F04 before the first bag, with the clock of the status. */
export function SiteStatus({ setup, known }: Pick<SetupProps, 'setup' | 'known'>) {
  const { t } = useWords()
  const standing = known.standing && setup.producedOn !== '' ? standingOn(known.standing, setup.producedOn) : null
  if (standing === null) return null
  const finding = ineligibleSite(setup.site, setup.producedOn, standingFacts(standing))
  if (finding === null) return null
  return (
    <Note tone="red" live>
      <Findings findings={[finding]} />
      <Source>{t('scale.source')}</Source>
    </Note>
  )
}
