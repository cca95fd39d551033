/* What a dossier may become besides certified or refused: sent back, given up, closed. Each asks for a reason, which stays. */
import { useState } from 'react'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { LongTextField } from '../../../../app/kit/field.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { DossierDetail } from '../../contract.ts'

interface Kind {
  readonly words: 'revision' | 'cancel' | 'close'
  readonly thing: string
  readonly field: 'reason' | 'remark'
  readonly most: number
}
const KINDS = {
  revisionByVerifier: { words: 'revision', thing: 'verification/revision-requests', field: 'reason', most: 1000 },
  revisionByValidator: { words: 'revision', thing: 'validation/revision-requests', field: 'reason', most: 1000 },
  cancel: { words: 'cancel', thing: 'cancellation', field: 'reason', most: 400 },
  close: { words: 'close', thing: 'closing', field: 'remark', most: 400 },
} as const

export function CourseActs({ detail, prepares }: { readonly detail: DossierDetail; readonly prepares: boolean }) {
  const me = useMe().data
  const { state, id } = detail.dossier
  const waits = state === 'open' || state === 'recommended'
  const [verifies, validates] = [mayOpen('certificates.verify', me), mayOpen('certificates.validate', me)]
  return (
    <>
      {waits && validates && <CourseDialog kind={KINDS.revisionByValidator} dossier={id} />}
      {waits && verifies && !validates && <CourseDialog kind={KINDS.revisionByVerifier} dossier={id} />}
      {prepares && (waits || state === 'revision-requested' || state === 'refused') && <CourseDialog kind={KINDS.cancel} dossier={id} />}
      {validates && state === 'shipped' && <CourseDialog kind={KINDS.close} dossier={id} />}
    </>
  )
}

function CourseDialog({ kind, dossier }: { readonly kind: Kind; readonly dossier: string }) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const said = text.trim()
  const needed = kind.field === 'reason'
  return (
    <ActDialog
      title={t(`${kind.words}.title`)}
      explain={t(`${kind.words}.explain`)}
      go={t(`${kind.words}.go`)}
      kind={kind.words === 'cancel' ? 'danger' : 'plain'}
      path={`/api/dossiers/${dossier}/${kind.thing}`}
      data={needed ? (said === '' ? null : { reason: said }) : said === '' ? {} : { remark: said }}
    >
      <LongTextField
        label={t(needed ? 'dossier.reason' : 'dossier.remark')}
        hint={t('dossier.reason.hint')}
        value={text}
        onValue={setText}
        required={needed}
        rows={3}
        maxLength={kind.most}
      />
    </ActDialog>
  )
}
