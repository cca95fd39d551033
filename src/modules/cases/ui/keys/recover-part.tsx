/* Getting files back after a key was lost: ask, wait for two custodians, open. The marks of all of it stay below, also of what was given up. */
import { useState } from 'react'
import type { FinishRecovery, OwnKey, SharesGiven } from '../../contract-keys.ts'
import { ask } from '../../../../app/api.ts'
import { useCommand } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { InstantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { GIVERS_NEEDED } from '../../domain/keys/recovery.ts'
import { openGiven } from '../../../../app/sealing/recover.ts'
import type { Unlocked } from '../../../../app/sealing/unlocked.ts'

interface Props {
  readonly own: OwnKey
  readonly unlocked: Unlocked | null
}
export function RecoverPart({ own, unlocked }: Props) {
  const { t } = useWords()
  const open = own.recoveries.find((one) => one.isOpen)
  const { send, sending, error } = useCommand<{ readonly because: 'key-lost' | 'no-key-of-case' }>('/api/keys/recoveries')
  const [opened, setOpened] = useState<number | null>(null)
  return (
    <Panel title={t('keys.marks')}>
      <div className="stack">
        {opened !== null && (
          <Note tone={opened > 0 ? 'good' : 'warn'} live>
            {opened > 0 ? t('keys.finished', { cases: opened }) : t('keys.finish.none')}
          </Note>
        )}
        {open && <Waiting recovery={open} unlocked={unlocked} onOpened={setOpened} />}
        {open === undefined && own.custodians.length > 0 && (
          <>
            <p className="small">{t('keys.ask.explain')}</p>
            {error && <ErrorState error={error} />}
            <div className="row">
              <Button busy={sending} onClick={() => void send({ because: 'key-lost' }).catch(() => null)}>
                {t('keys.ask')}
              </Button>
              <Button busy={sending} onClick={() => void send({ because: 'no-key-of-case' }).catch(() => null)}>
                {t('keys.ask.no-key')}
              </Button>
            </div>
          </>
        )}
        <Marks own={own} />
      </div>
    </Panel>
  )
}

function Waiting({
  recovery,
  unlocked,
  onOpened,
}: {
  readonly recovery: OwnKey['recoveries'][number]
  readonly unlocked: Unlocked | null
  readonly onOpened: (cases: number) => void
}) {
  const { t } = useWords()
  const { send, sending, error } = useCommand<FinishRecovery>(`/api/keys/recoveries/${recovery.id}/endings`)
  const [trouble, setTrouble] = useState<unknown>(null)
  const given = recovery.givenBy.length
  const finish = async () => {
    if (unlocked === null) return
    setTrouble(null)
    try {
      const { data } = await ask<SharesGiven>(`/api/keys/recoveries/${recovery.id}/given`)
      const { wraps, cases } = await openGiven(unlocked, data)
      if (cases > 0) await send({ wraps: [...wraps] })
      onOpened(cases)
    } catch (failed) {
      setTrouble(failed)
    }
  }
  return (
    <>
      <Note live>{t('keys.asked', { given, needed: GIVERS_NEEDED })}</Note>
      {unlocked === null && given >= GIVERS_NEEDED && <p>{t('keys.locked')}</p>}
      {(error ?? trouble) !== null && <ErrorState error={error ?? trouble} />}
      <div className="form-actions">
        <Button kind="primary" busy={sending} disabled={unlocked === null || given < GIVERS_NEEDED} onClick={() => void finish()}>
          {t('keys.finish')}
        </Button>
      </div>
    </>
  )
}

function Marks({ own }: Pick<Props, 'own'>) {
  const { t } = useWords()
  if (own.recoveries.length === 0) return <p className="small">{t('keys.marks.none')}</p>
  return (
    <ul className="stack">
      {own.recoveries.map(({ id, isOpen, cases, askedAt, finishedAt }) => (
        <li key={id}>
          {finishedAt !== null ? t('keys.mark', { cases }) : t(isOpen ? 'keys.mark.open' : 'keys.mark.closed')}{' '}
          <InstantText at={finishedAt ?? askedAt} />
        </li>
      ))}
    </ul>
  )
}
