/* Signals as one may read them; one's own may be withdrawn with a reason from a list. */
import { useState } from 'react'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { Choice } from '../../../../app/kit/choice.tsx'
import { type Column, DataTable } from '../../../../app/kit/data-table.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { EmptyState } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import { say } from '../../domain/label.ts'
import { siteEventLabels } from '../../domain/identification/labels-form.ts'
import { siteEventTypes } from '../../domain/identification/site-events.ts'
import type { SignalShown, SignalTold, Signals } from '../../domain/signals/signal-answers.ts'
import { signalChannelLabels, signalSourceLabels, signalWithdrawalLabels } from '../../domain/signals/signal-labels.ts'
import { type SignalWithdrawal, signalWithdrawals } from '../../domain/signals/signal-lists.ts'

export function SignalList({ signals }: { readonly signals: Signals }) {
  const { t } = useWords()
  const { scope } = signals
  return (
    <Panel title={t(scope === 'own' ? 'signals.mine' : scope === 'all' ? 'signals.all' : 'signals.told')}>
      {scope === 'told' ? <ToldTable told={signals.told} /> : <ShownTable shown={signals.signals} />}
    </Panel>
  )
}
function Nothing() {
  const { t } = useWords()
  return <EmptyState title={t('signals.none')}>{t('signals.none.hint')}</EmptyState>
}

function ShownTable({ shown }: { readonly shown: readonly SignalShown[] }) {
  const { t, language } = useWords()
  const supervises = mayOpen('cases.supervise', useMe().data)
  const what = (one: SignalShown): string => one.types.map((type) => say(siteEventLabels, type, language)).join(', ')
  const where = (one: SignalShown): string =>
    [one.siteName, one.areaName].filter((part) => part !== null).join(', ') || t('signals.where.unknown')
  const how = (one: SignalShown): string =>
    `${say(signalSourceLabels, one.source, language)} · ${say(signalChannelLabels, one.channel, language)}`
  const columns: readonly Column<SignalShown>[] = [
    { key: 'day', header: t('signals.column.day'), value: (one) => one.observedOn, cell: (one) => <DateText date={one.observedOn} /> },
    {
      ...{ key: 'what', header: t('signals.column.what'), value: what },
      cell: (one) =>
        one.withdrawnBecause === null ? (
          what(one)
        ) : (
          <>
            <s>{what(one)}</s>{' '}
            <span className="small">{t('signals.withdrawn', { why: say(signalWithdrawalLabels, one.withdrawnBecause, language) })}</span>
          </>
        ),
    },
    { key: 'where', header: t('signals.column.where'), value: where, cell: where },
    { key: 'how', header: t('signals.column.how'), value: how, cell: how },
    { key: 'shown', header: t('signals.column.shown'), value: (one) => one.shownFrom, cell: (one) => <DateText date={one.shownFrom} /> },
    {
      ...{ key: 'act', header: '', value: () => '' },
      cell: (one) => (one.withdrawnBecause === null && (one.mine || supervises) ? <Withdraw signal={one.id} /> : null),
    },
  ]
  return (
    <DataTable
      {...{ caption: t('signals.title'), file: 'signals', rows: shown, columns, order: '-day', prefix: 's.' }}
      rowKey={(one) => one.id}
      empty={<Nothing />}
    />
  )
}
function Withdraw({ signal }: { readonly signal: string }) {
  const { t, language } = useWords()
  const [because, setBecause] = useState<SignalWithdrawal>('mistake')
  return (
    <ActDialog
      {...{ title: t('signals.withdraw'), explain: t('signals.withdraw.explain'), go: t('signals.withdraw') }}
      {...{ path: `/api/signals/${signal}/withdrawals`, data: { because } }}
      kind="plain"
    >
      <Choice
        legend={t('signals.withdraw.why')}
        value={because}
        options={signalWithdrawals.map((value) => ({ value, label: say(signalWithdrawalLabels, value, language) }))}
        onValue={setBecause}
      />
    </ActDialog>
  )
}

function ToldTable({ told }: { readonly told: readonly SignalTold[] }) {
  const { t, language } = useWords()
  const what = (one: SignalTold): string => {
    const type = siteEventTypes.find((known) => known === one.type)
    return type === undefined ? one.type : say(siteEventLabels, type, language)
  }
  const where = (one: SignalTold): string => one.areaName ?? t('signals.where.unknown')
  const columns: readonly Column<SignalTold>[] = [
    { key: 'quarter', header: t('signals.column.quarter'), value: (one) => one.quarter, cell: (one) => one.quarter },
    { key: 'what', header: t('signals.column.what'), value: what, cell: what },
    { key: 'where', header: t('signals.column.where'), value: where, cell: where },
    { key: 'persons', header: t('signals.column.persons'), value: (one) => one.persons, cell: (one) => String(one.persons) },
  ]
  return (
    <DataTable
      {...{ caption: t('signals.title'), file: 'signals', rows: told, columns, order: '-quarter', prefix: 's.' }}
      rowKey={(one) => `${one.quarter} ${one.type} ${one.areaName ?? ''} ${told.indexOf(one)}`}
      empty={<Nothing />}
    />
  )
}
