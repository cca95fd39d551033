/* Requests of justice for names: a liaison asks and opens what was given; a reader of names sees who waits and says no. What a reader gives is given where the name stands. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { Choice } from '../../../../app/kit/choice.tsx'
import { TextField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { InstantText, instantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import type { NameRequests } from '../../contract-names.ts'
import { rolesText } from './reader-choice.tsx'
import { SecretNameShown } from './secret-name-shown.tsx'

const PATH = '/api/conflict/name-requests'
const REASONS = ['investigation', 'trial', 'sanctions', 'judicial-cooperation'] as const
const NOES = ['no-name-of-this-case', 'not-founded', 'danger'] as const
type Request = NameRequests['requests'][number]

export function NameRequestsScreen() {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<NameRequests>(PATH)
  return (
    <Page
      {...{ title: t('name-requests.title'), under: t('name-requests.under'), answer }}
      actions={data?.asks === true && <Ask again={again} />}
    >
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <Panel>
          {data.requests.length === 0 && <EmptyState title={t('name-requests.none')}>{t('name-requests.none.do')}</EmptyState>}
          <ul className="plain-list stack">
            {data.requests.map((one) => (
              <li key={one.id} className="stack">
                <OneRequest one={one} />
                {data.grants && !one.isOwn && one.state === 'waiting' && <Decline one={one} again={again} />}
              </li>
            ))}
          </ul>
          <Source>{t('name-requests.rule')}</Source>
        </Panel>
      )}
    </Page>
  )
}

function OneRequest({ one }: { readonly one: Request }) {
  const { t } = useWords()
  return (
    <>
      <div>
        <strong>{one.caseNumber}</strong> · {t(`name-requests.reason.${one.reason}`)} · {t(`name-requests.state.${one.state}`)}
      </div>
      <div className="small">
        {[rolesText(one.roles), one.body].filter(Boolean).join(' · ')} · <InstantText at={one.askedAt} />
      </div>
      {one.grants.length > 0 && <strong>{t('name-requests.given')}</strong>}
      {one.grants.map(({ name, until }) => (
        <div key={name} className="stack">
          <span className="small">{t('names.grant.until', { until: instantText(until) })}</span>
          <SecretNameShown name={name} isGiven />
        </div>
      ))}
    </>
  )
}

function Ask({ again }: { readonly again: () => void }) {
  const { t } = useWords()
  const [caseNumber, setCaseNumber] = useState('')
  const [reason, setReason] = useState<(typeof REASONS)[number] | ''>('')
  const written = caseNumber.trim().toUpperCase()
  return (
    <ActDialog
      {...{ title: t('name-requests.ask'), explain: t('name-requests.ask.explain'), go: t('name-requests.ask'), path: PATH }}
      kind="primary"
      data={reason === '' || written === '' ? null : { reason, caseNumber: written }}
      onDone={again}
    >
      <TextField
        label={t('name-requests.case')}
        hint={t('name-requests.case.hint')}
        value={caseNumber}
        onValue={setCaseNumber}
        maxLength={40}
      />
      <Choice
        legend={t('name-requests.reason')}
        value={reason}
        options={REASONS.map((value) => ({ value, label: t(`name-requests.reason.${value}`) }))}
        onValue={setReason}
      />
    </ActDialog>
  )
}

function Decline({ one, again }: { readonly one: Request; readonly again: () => void }) {
  const { t } = useWords()
  const [because, setBecause] = useState<(typeof NOES)[number] | ''>('')
  return (
    <ActDialog
      {...{ title: t('name-requests.decline'), explain: t('name-requests.decline.explain'), go: t('name-requests.decline') }}
      kind="plain"
      path={`${PATH}/${one.id}/declinings`}
      data={because === '' ? null : { because }}
      onDone={again}
    >
      <Choice
        legend={t('name-requests.because')}
        value={because}
        options={NOES.map((value) => ({ value, label: t(`name-requests.because.${value}`) }))}
        onValue={setBecause}
      />
    </ActDialog>
  )
}
