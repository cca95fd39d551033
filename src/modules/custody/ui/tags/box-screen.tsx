/* The box of one site: who holds the keys, what should lie in it and what was counted, day by day; what is out; the baseline. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../../app/kit/data-table.tsx'
import { Figure } from '../../../../app/kit/figure.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Pairs } from '../../../../app/kit/pairs.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { type Translate, useWords } from '../../../../app/words.ts'
import { type Language, numberText } from '../../../../kernel/phrase.ts'
import type { LockboxDetail, TagDay } from '../../contract-tags.ts'
import { countKinds } from '../../domain/tags/lockbox-count.ts'
import { AskDialog } from './ask-dialog.tsx'
import { ActivateDialog, CountDialog, KeysDialog } from './box-dialogs.tsx'
import { BaselinePanel } from './baseline-panel.tsx'
import { DifferenceText } from './difference.tsx'
import { ProposalPanel } from './proposal-panel.tsx'
import '../custody.css'

export function BoxScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const me = useMe().data
  const site = params['site'] ?? ''
  const { data, answer, error, again } = useAnswer<LockboxDetail>(`/api/tag-lockboxes/${site}`)
  const holds = mayOpen('custody.hold-tags', me)
  const picked = data ? { id: site, name: data.lockbox.siteName ?? site, nationalId: '' } : null
  return (
    <Page
      title={data?.lockbox.siteName ? `${t('tags.box')} · ${data.lockbox.siteName}` : t('tags.box')}
      crumbs={
        <AppLink to="/tags" search={{ shelf: 'boxes' }}>
          {t('tags.title')}
        </AppLink>
      }
      answer={answer}
      actions={
        data &&
        holds && (
          <>
            <CountDialog site={site} />
            <ActivateDialog detail={data} />
            <AskDialog site={picked} />
          </>
        )
      }
    >
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && <BoxBody detail={data} />}
    </Page>
  )
}

function BoxBody({ detail }: { readonly detail: LockboxDetail }) {
  const { t, language } = useWords()
  const me = useMe().data
  const { lockbox, days, proposal, baselines } = detail
  const figures = [
    [lockbox.given, t('tags.box.given'), t('tags.figure.given')],
    [lockbox.used, t('tags.used'), t('tags.figure.used')],
    [lockbox.declared, t('tags.declared'), t('tags.source')],
    [lockbox.unused, t('tags.box.unused'), t('tags.figure.unused')],
  ] as const
  return (
    <div className="stack">
      <div className="figures">
        {figures.map(([number, label, source]) => (
          <Figure key={label} number={number} label={label} source={source} />
        ))}
      </div>
      <Panel title={t('tags.count.title')}>
        <DataTable
          caption={t('tags.count.title')}
          file="tag-counts"
          prefix="counts"
          rows={days}
          rowKey={(day) => day.day}
          order="-day"
          empty={
            <EmptyState title={t('tags.count.none')}>
              <p>{t('tags.count.none.do')}</p>
            </EmptyState>
          }
          columns={dayColumns(t, language)}
        />
        <Source>{t('tags.count.source')}</Source>
      </Panel>
      <div className="columns">
        <Panel title={t('tags.box.keys')} aside={mayOpen('custody.allocate-tags', me) && <KeysDialog site={lockbox.site} />}>
          {lockbox.keyHolders ? (
            <Pairs lines={lockbox.keyHolders.map((one) => [t(`tags.key.${one.body}`), one.name ?? one.organisation])} />
          ) : (
            <p>{t('tags.box.keys.none')}</p>
          )}
        </Panel>
        <ProposalPanel proposal={proposal} />
      </div>
      <div className="columns">
        <PartsPanel detail={detail} />
        <OutPanel detail={detail} />
      </div>
      <BaselinePanel site={lockbox.site} baselines={baselines} />
    </div>
  )
}

const dayColumns = (t: Translate, language: Language): readonly Column<TagDay>[] => {
  const number = (key: string, header: string, of: (day: TagDay) => number | null): Column<TagDay> => ({
    ...{ key, header, numeric: true, value: of },
    cell: (day) => {
      const n = of(day)
      return n === null ? '–' : numberText(language, n)
    },
  })
  return [
    { key: 'day', header: t('tags.count.day'), value: (day) => day.day, cell: (day) => <DateText date={day.day} /> },
    ...countKinds.map((kind) => number(kind, t(`tags.count.${kind}`), (day) => day.counts[kind])),
    {
      key: 'difference',
      header: t('tags.box.difference'),
      value: (day) => day.difference,
      cell: (day) => <DifferenceText difference={day.difference} />,
    },
    {
      key: 'keys',
      header: t('tags.box.keys'),
      value: (day) => day.keysPresent.map((body) => t(`tags.key.${body}`)).join(', '),
      cell: (day) => (
        <>
          {day.withoutThreeKeys && <strong>{t('tags.count.without-keys')}</strong>}{' '}
          <span className="small">{day.keysPresent.map((body) => t(`tags.key.${body}`)).join(', ')}</span>
        </>
      ),
    },
    number('overnight', t('tags.count.overnight'), (day) => day.overnight),
    number('recorded', t('tags.count.recorded'), (day) => day.recordedUses),
  ]
}

function PartsPanel({ detail: { parts } }: { readonly detail: LockboxDetail }) {
  const { t, language } = useWords()
  return (
    <Panel title={t('tags.parts')}>
      {parts.length === 0 && <p>{t('tags.parts.none')}</p>}
      <ul className="plain-list">
        {parts.map((part) => (
          <li key={`${part.batch} ${part.from}`}>
            {part.first} – {part.last} ({numberText(language, part.size)}){' '}
            <span className="small">
              <DateText date={part.allocatedOn} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function OutPanel({ detail: { activations, lockbox } }: { readonly detail: LockboxDetail }) {
  const { t, language } = useWords()
  return (
    <Panel title={t('tags.shelf.today')}>
      {activations.length === 0 && <p>{t('tags.activate.none')}</p>}
      <ul className="plain-list">
        {activations.slice(0, 20).map((one) => (
          <li key={`${one.batch} ${one.first} ${one.day}`}>
            <DateText date={one.day} /> : {one.first} – {one.last} ({numberText(language, one.used)} / {numberText(language, one.size)}){' '}
            <span className="small">{one.mine ? t('tags.activate.mine') : t('tags.activate.other')}</span>
          </li>
        ))}
      </ul>
      {lockbox.activationSince !== null && <Source>{t('tags.activate.since', { day: lockbox.activationSince })}</Source>}
    </Panel>
  )
}
