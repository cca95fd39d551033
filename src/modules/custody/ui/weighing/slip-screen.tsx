/* The slip of a bag or of a series, from what this device knows; provisional until the register has the bag. */
import { useAnswer } from '../../../../app/ask.ts'
import { LinkButton } from '../../../../app/kit/button.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { DateText, MassText } from '../../../../app/kit/values.tsx'
import { useMe } from '../../../../app/who.ts'
import { useWords, wordOr } from '../../../../app/words.ts'
import type { LotDetail } from '../../contract.ts'
import type { Provisional } from '../../domain/weighing/provisional-lot.ts'
import { countBags } from '../../domain/weighing/series.ts'
import { SlipPage } from '../sheets/slip-page.tsx'
import { keptBags } from './kept-series.ts'

export function WeighSlipScreen() {
  const [url] = useUrlState()
  const me = useMe().data
  if (!me) return null
  return url['lot'] ? <BagSlip lot={url['lot']} /> : <SeriesSlip account={me.account} series={url['series'] ?? ''} />
}

type Shown = LotDetail & { readonly provisional?: Provisional }

function BagSlip({ lot }: { readonly lot: string }) {
  const { t } = useWords()
  const { data, error, again } = useAnswer<Shown>(`/api/lots/${lot}`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const { lot: bag, provisional } = data
  const isProvisional = provisional !== undefined
  const held = bag.state === 'quarantined'
  return (
    <SlipPage
      {...frame(t)}
      title={t('scale.slip.title')}
      number={bag.number}
      state={isProvisional ? { text: t('scale.slip.provisional'), grave: true } : held ? { text: t('scale.slip.held'), grave: true } : null}
      facts={[
        [t('scale.tag'), bag.tag ?? t('scale.tag.none')],
        [t('scale.slip.mass'), <MassText key="mass" grams={bag.massGrams} />],
        [t('scale.slip.mineral'), wordOr(`mineral.${bag.mineral}`, bag.mineral)],
        [t('scale.slip.site'), bag.siteName ?? '—'],
        [t('scale.slip.holder'), bag.holderName ?? '—'],
        [t('scale.slip.produced'), <DateText key="produced" date={bag.producedOn} />],
        [t('scale.slip.weighed'), <DateText key="weighed" date={bag.formedOn} />],
        [t('scale.slip.state'), t(isProvisional ? 'scale.provisional' : 'scale.slip.registered')],
      ]}
    />
  )
}

function SeriesSlip({ account, series }: { readonly account: string; readonly series: string }) {
  const { t } = useWords()
  const bags = keptBags(account).filter((bag) => bag.series === series && !bag.voided)
  const [first] = bags
  if (!first)
    return (
      <Page title={t('scale.slip.series.title')}>
        <Note tone="warn">{t('scale.slip.missing')}</Note>
        <LinkButton to="/weigh/series">{t('weigh.title')}</LinkButton>
      </Page>
    )
  const total = countBags(bags, () => true)
  return (
    <SlipPage
      {...frame(t)}
      title={t('scale.slip.series.title')}
      number={series.slice(0, 16).replace('T', ' ')}
      facts={[
        [t('scale.slip.site'), first.siteName],
        [t('scale.slip.holder'), first.holderName],
        [t('scale.slip.mineral'), wordOr(`mineral.${first.mineral}`, first.mineral)],
        [t('scale.slip.produced'), <DateText key="produced" date={first.producedOn} />],
      ]}
      rows={{
        head: [t('scale.tag'), t('scale.slip.state'), t('scale.slip.mass')],
        rows: bags.toReversed().map((bag) => ({
          key: bag.lot,
          cells: [bag.tag ?? t('scale.tag.none'), bag.held ? t('scale.slip.held') : '', <MassText key="mass" grams={bag.massGrams} />],
        })),
        total: [t('scale.slip.total'), t('scale.count.bags', { n: total.bags }), <MassText key="total" grams={total.massGrams} />],
      }}
    />
  )
}

const frame = (t: ReturnType<typeof useWords>['t']) => ({
  copies: [t('scale.slip.copy-1'), t('scale.slip.copy-2')],
  signatures: [t('scale.slip.signature.agent'), t('scale.slip.signature.miner')],
  foot: t('scale.slip.foot'),
  print: t('scale.slip.print'),
  actions: <LinkButton to="/weigh/series">{t('weigh.title')}</LinkButton>,
})
