/* A lost second factor, taken off by two persons of two sides: who runs the platform, and somebody of the body. Accounts stand by function and body. */
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { DataTable } from '../../../../app/kit/data-table.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { InstantText } from '../../../../app/kit/values.tsx'
import { roleText } from '../../../../app/shell/preferences.tsx'
import { useWords } from '../../../../app/words.ts'
import { useColleagues } from '../file/colleagues.ts'

interface Factor {
  readonly account: string
  readonly roles: readonly string[]
  readonly isOn: boolean
  readonly isSelf: boolean
  readonly asked: { readonly at: string; readonly side: 'administrator' | 'own-body'; readonly byMe: boolean } | null
  readonly resetAt: string | null
}
interface FactorList {
  readonly accounts: readonly Factor[]
  readonly side: 'administrator' | 'own-body'
  readonly rules: { readonly askDays: number; readonly sessionHours: number }
}

export function FactorsPanel() {
  const { t } = useWords()
  const { person, option } = useColleagues()
  const { data, error, again } = useAnswer<FactorList>('/api/second-factors')
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  return (
    <Panel title={t('factor.title')}>
      <p>{t('factor.explain')}</p>
      <DataTable
        caption={t('factor.title')}
        file="second-factors"
        rows={data.accounts}
        rowKey={(one) => one.account}
        order="state"
        prefix="f."
        empty={<EmptyState title={t('care.none')} />}
        columns={[
          {
            key: 'account',
            header: t('care.account'),
            value: (one: Factor) => option(one.account),
            cell: (one: Factor) => person(one.account),
          },
          {
            key: 'roles',
            header: t('care.roles'),
            value: (one: Factor) => one.roles.map(roleText).join(', '),
            cell: (one: Factor) => one.roles.map(roleText).join(', '),
          },
          {
            key: 'state',
            header: t('care.state'),
            value: (one: Factor) => t(one.isOn ? 'factor.on' : 'factor.off'),
            cell: (one: Factor) => <State factor={one} />,
          },
          {
            key: 'acts',
            header: '',
            value: () => null,
            cell: (one: Factor) => (one.isOn && !one.isSelf ? <Reset factor={one} side={data.side} done={again} /> : null),
          },
        ]}
      />
      <Source>{t('factor.source', { days: data.rules.askDays, hours: data.rules.sessionHours })}</Source>
    </Panel>
  )
}

function State({ factor }: { readonly factor: Factor }) {
  const { t } = useWords()
  return (
    <>
      {t(factor.isOn ? 'factor.on' : 'factor.off')}
      {factor.asked && (
        <>
          {' '}
          · <b>{t(factor.asked.byMe ? 'factor.asked-by-me' : `factor.asked.${factor.asked.side}`)}</b> <InstantText at={factor.asked.at} />
        </>
      )}
      {factor.resetAt !== null && (
        <>
          {' '}
          · {t('factor.reset')} <InstantText at={factor.resetAt} />
        </>
      )}
    </>
  )
}

interface ResetProps {
  readonly factor: Factor
  readonly side: FactorList['side']
  readonly done: () => void
}
function Reset({ factor: { account, asked }, side, done }: ResetProps) {
  const { t } = useWords()
  if (asked !== null && (asked.byMe || asked.side === side)) return <Withdraw account={account} done={done} />
  const isSecond = asked !== null
  return (
    <ActDialog
      kind={isSecond ? 'danger' : 'plain'}
      title={t(isSecond ? 'factor.do.confirm' : 'factor.do.ask')}
      explain={t(isSecond ? 'factor.do.confirm.explain' : 'factor.do.ask.explain')}
      go={t('breach.go')}
      path={`/api/second-factors/${account}/resets`}
      data={{}}
      onDone={done}
    >
      {null}
    </ActDialog>
  )
}

function Withdraw({ account, done }: { readonly account: string; readonly done: () => void }) {
  const { t } = useWords()
  return (
    <ActDialog
      {...{ kind: 'plain', title: t('factor.do.withdraw'), explain: t('factor.do.withdraw.explain'), go: t('breach.go') }}
      {...{ path: `/api/second-factors/${account}/withdrawals`, data: {}, onDone: done }}
    >
      {null}
    </ActDialog>
  )
}
