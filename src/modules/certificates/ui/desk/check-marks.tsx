/* Results by shape and word: passed ✓, failed ✗, to judge △, not yet checked ○ in dashes, does not apply –. Five results, five shapes. */
import { useWords } from '../../../../app/words.ts'
import type { CertificateStatus, CheckResult } from '../../contract.ts'
import './desk.css'

const shapes: { readonly [Key in CheckResult]: { readonly path: string; readonly kind: string; readonly dash?: string } } = {
  passed: { path: 'M3 9l4 4L14 4', kind: 'passed' },
  failed: { path: 'M4 4l9 9M13 4l-9 9', kind: 'failed' },
  review: { path: 'M8.500 2L15.500 14.500H1.500zM8.500 7v3M8.500 12.500v.1', kind: 'review' },
  'not-yet-checked': { path: 'M8.500 2a6.500 6.500 0 1 0 0 13a6.500 6.500 0 1 0 0-13', kind: 'open', dash: '2.500 3.500' },
  'not-applicable': { path: 'M4 8.500h9', kind: 'none' },
}
export function CheckMark({ result }: { readonly result: CheckResult }) {
  const { t } = useWords()
  const { path, kind, dash } = shapes[result]
  return (
    <span className={`check-mark check-${kind}`}>
      <svg viewBox="0 0 17 17" aria-hidden="true">
        <path d={path} strokeDasharray={dash} />
      </svg>
      {t(`check-result.${result}`)}
    </span>
  )
}

const signs: { readonly [Key in CertificateStatus]: string } = {
  valid: '✓',
  used: '◌',
  expired: '◔',
  revoked: '⊘',
  replaced: '⇄',
  provisional: '◍',
  withdrawn: '⊗',
}
export function CertificateMark({ status }: { readonly status: CertificateStatus }) {
  const { t } = useWords()
  return (
    <span className={`certificate-mark certificate-${status}`}>
      <span aria-hidden="true">{signs[status]}</span> {t(`certificate.status.${status}`)}
    </span>
  )
}
