/* Bags and lots: what is where, in whose hands, and what the rules said of it. Filters live in the address. */
import { useAnswer } from '../../../../app/ask.ts'
import { Button, AppLink, LinkButton } from '../../../../app/kit/button.tsx'
import { DataTable, type Column } from '../../../../app/kit/data-table.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { MineralMark } from '../../../../app/kit/mineral-mark.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { DateText } from '../../../../app/kit/values.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { type Translate, useWords } from '../../../../app/words.ts'
import type { LotSummary } from '../../contract.ts'
import { SeverityMark } from './findings.tsx'
import { LotMass } from '../gold/lot-mass.tsx'
import { filteredKinds as kinds, filteredStates as states } from './lot-filters.ts'
import { LotKindText, LotStateMark } from './lot-marks.tsx'
import { type OrganisationShown, tradingKinds } from './pick.tsx'
import { useLots } from './use-lots.ts'

const minerals = ['Sn', 'Ta', 'W', 'Au', 'other'] as const
const findings = ['any', 'C', 'A', 'W'] as const

export function LotsScreen() {
  const { t } = useWords()
  const me = useMe().data
  const [url] = useUrlState()
  const asked = useLots({
    kind: url['kind'],
    state: url['state'],
    mineral: url['mineral'],
    finding: url['finding'],
    site: url['site'],
    holder: url['holder'],
  })
  const { lots, answer, error, again, loading, more, moreComing } = asked
  return (
    <Page
      title={t('lots.title')}
      answer={answer}
      actions={
        <>
          {mayOpen('custody.read', me) && <LinkButton to="/tags">{t('tags.title')}</LinkButton>}
          {mayOpen('custody.aggregate', me) && <LinkButton to="/lots/new">{t('combine.title')}</LinkButton>}
          {mayOpen('custody.aggregate', me) && <LinkButton to="/lots/process">{t('act.process')}</LinkButton>}
          {mayOpen('custody.transfer', me) && <LinkButton to="/lots/buy">{t('act.buy')}</LinkButton>}
          {mayOpen('custody.weigh', me) && (
            <LinkButton kind="primary" to="/weigh">
              {t('weigh.title')}
            </LinkButton>
          )}
        </>
      }
    >
      <Panel>
        {error ? (
          <ErrorState error={error} again={again} />
        ) : loading ? (
          <Loading />
        ) : (
          <div className="stack">
            {lots.length === 0 && <Filters lots={lots} />}
            <DataTable
              caption={t('lots.title')}
              file="lots"
              rows={lots}
              rowKey={(lot) => lot.id}
              order="-formed"
              tools={<Filters lots={lots} />}
              columns={columnsOf(t)}
              empty={<Nothing filtered={Object.keys(url).length > 0} />}
            />
            {more && (
              <div className="no-print">
                <Button onClick={more} busy={moreComing}>
                  {t('lots.more')}
                </Button>
              </div>
            )}
            <Source>{t('lots.source')}</Source>
          </div>
        )}
      </Panel>
    </Page>
  )
}

function Nothing({ filtered }: { readonly filtered: boolean }) {
  const { t } = useWords()
  const me = useMe().data
  if (filtered) return <EmptyState title={t('lots.none-so')}>{t('lots.none-so.do')}</EmptyState>
  return (
    <EmptyState title={t('lots.none')}>
      <p>{t('lots.none.do')}</p>
      {mayOpen('custody.weigh', me) && <LinkButton to="/weigh">{t('weigh.title')}</LinkButton>}
    </EmptyState>
  )
}

function Filters({ lots }: { readonly lots: readonly LotSummary[] }) {
  const { t } = useWords()
  const [url, change] = useUrlState()
  const holders = useHolders(lots)
  const select = (name: string, label: string, values: readonly { readonly value: string; readonly label: string }[]) => (
    <SelectField
      label={label}
      value={url[name] ?? ''}
      options={[{ value: '', label: t('lots.all') }, ...values]}
      onValue={(value) => change({ [name]: value })}
    />
  )
  return (
    <>
      {select(
        'kind',
        t('lots.kind'),
        kinds.map((value) => ({ value, label: t(`lots.kind.${value}`) })),
      )}
      {select(
        'state',
        t('lots.state'),
        states.map((value) => ({ value, label: t(`lots.state.${value}`) })),
      )}
      {select(
        'mineral',
        t('lots.mineral'),
        minerals.map((value) => ({ value, label: t(`mineral.${value}`) })),
      )}
      {select(
        'finding',
        t('lots.finding'),
        findings.map((value) => ({ value, label: t(`lots.finding.${value}`) })),
      )}
      {holders.length > 0 && select('holder', t('lots.holder'), holders)}
    </>
  )
}

/** Who may hold lots: the organisations of the trade, and whoever holds one of these rows; by name. */
function useHolders(lots: readonly LotSummary[]): readonly { readonly value: string; readonly label: string }[] {
  const { data } = useAnswer<{ readonly organisations: readonly OrganisationShown[] }>('/api/organisations')
  const names = new Map<string, string>()
  for (const { id, name, kind } of data?.organisations ?? []) if (tradingKinds.includes(kind)) names.set(id, name)
  for (const { holder, holderName } of lots) if (holder !== null && holderName !== null) names.set(holder, holderName)
  return [...names].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label))
}

const columnsOf = (t: Translate): readonly Column<LotSummary>[] => [
  {
    key: 'number',
    header: t('lots.number'),
    value: (lot) => lot.number,
    cell: (lot) => <AppLink to={`/lots/${lot.id}`}>{lot.number}</AppLink>,
  },
  { key: 'kind', header: t('lots.kind'), value: (lot) => t(`lots.kind.${lot.kind}`), cell: (lot) => <LotKindText kind={lot.kind} /> },
  {
    key: 'mineral',
    header: t('lots.mineral'),
    value: (lot) => t(`mineral.${lot.mineral}`),
    cell: (lot) => <MineralMark mineral={lot.mineral} />,
  },
  {
    key: 'mass',
    header: t('lots.mass'),
    numeric: true,
    value: (lot) => lot.massGrams,
    cell: (lot) => <LotMass grams={lot.massGrams} milligrams={lot.massMilligrams} />,
  },
  {
    key: 'left',
    header: t('lots.left'),
    numeric: true,
    value: (lot) => lot.remainingGrams,
    cell: (lot) => <LotMass grams={lot.remainingGrams} milligrams={lot.remainingMilligrams} />,
  },
  {
    key: 'holder',
    header: t('lots.holder'),
    value: (lot) => lot.holderName,
    cell: (lot) => (
      <>
        {lot.holderName ?? t('app.unknown')}
        {lot.recipientName && <span className="small"> → {lot.recipientName}</span>}
      </>
    ),
  },
  {
    key: 'site',
    header: t('lots.site'),
    value: (lot) => lot.siteName,
    cell: (lot) => (lot.site ? <AppLink to={`/sites/${lot.site}`}>{lot.siteName ?? lot.site}</AppLink> : '–'),
  },
  {
    key: 'state',
    header: t('lots.state'),
    value: (lot) => t(`lots.state.${lot.state}`),
    cell: (lot) => <LotStateMark state={lot.state} />,
  },
  {
    key: 'finding',
    header: t('lots.finding'),
    value: (lot) => lot.worstFinding && t(`lots.severity.${lot.worstFinding}`),
    cell: (lot) => (lot.worstFinding ? <SeverityMark severity={lot.worstFinding} /> : '–'),
  },
  {
    key: 'formed',
    header: t('lots.formed'),
    value: (lot) => `${lot.formedOn} ${lot.learnedAt}`,
    cell: (lot) => <DateText date={lot.formedOn} age />,
  },
]
