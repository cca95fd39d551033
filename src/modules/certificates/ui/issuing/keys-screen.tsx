/* The keys that sign certificates: which one signs now, how many each signed, a new one, and a stolen one with its day. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, LongTextField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { addDays } from '../../../../kernel/calendar.ts'
import type { IssuerKeySummary } from '../../contract-issuing.ts'

export function KeysScreen() {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<{ readonly keys: readonly IssuerKeySummary[] }>('/api/issuer-keys')
  const [reason, setReason] = useState('')
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const rotate = (
    <ActDialog
      title={t('keys.rotate')}
      explain={t('keys.rotate.explain')}
      go={t('keys.rotate.go')}
      path="/api/issuer-keys/rotation"
      data={reason.trim() === '' ? null : { reason: reason.trim() }}
      onDone={again}
    >
      <LongTextField label={t('keys.reason')} value={reason} onValue={setReason} required maxLength={400} rows={2} />
    </ActDialog>
  )
  return (
    <Page title={t('keys.title')} under={t('keys.under')} actions={rotate} answer={answer}>
      <div className="stack">
        {data.keys.map((key) => (
          <Key key={key.publicKey} one={key} again={again} />
        ))}
      </div>
    </Page>
  )
}

function Key({ one, again }: { readonly one: IssuerKeySummary; readonly again: () => void }) {
  const { t } = useWords()
  const { revoked, current, validUntil, certificates, standing, publicKey } = one
  // A theft may be found to be earlier than it was thought.
  const latest = revoked === null ? todayHere() : addDays(revoked.since, -1)
  const [since, setSince] = useState(latest)
  const [reason, setReason] = useState('')
  return (
    <Panel title={one.keyId} aside={<b>{t(current ? 'keys.current' : revoked ? 'keys.revoked' : 'keys.retired')}</b>}>
      <div className="stack">
        <p>
          <DateText date={one.validFrom} /> – {validUntil === null ? '…' : <DateText date={validUntil} />} ·{' '}
          {t('keys.signed', { n: certificates })}
        </p>
        <code style={{ overflowWrap: 'anywhere' }}>{publicKey}</code>
        {revoked && (
          <Note tone="red">
            {t('keys.revoked.since')} <DateText date={revoked.since} />. {revoked.reason}{' '}
            {t('keys.standing', { n: standing, all: certificates })}
          </Note>
        )}
        <ActDialog
          title={t('keys.revoke')}
          explain={t(current ? 'keys.revoke.explain-current' : 'keys.revoke.explain')}
          go={t('keys.revoke.go')}
          kind="danger"
          path="/api/issuer-keys/revocation"
          data={since === '' || reason.trim() === '' ? null : { publicKey, since, reason: reason.trim() }}
          onDone={again}
        >
          <DateField label={t('keys.since')} hint={t('keys.since.hint')} value={since} onValue={setSince} max={latest} />
          <LongTextField label={t('keys.reason')} value={reason} onValue={setReason} required maxLength={400} rows={2} />
        </ActDialog>
      </div>
    </Panel>
  )
}
