/* Beside a value that the body may settle: that it may, for everybody who reads it, and the way there for who may open it. */
import { AppLink } from '../../../../app/kit/button.tsx'
import { useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'

export function Settable() {
  const { t } = useWords()
  const may = useMe().data?.capabilities ?? []
  const to = may.includes('cases.hold-key') ? '/case-rules' : may.includes('cases.protect-data') ? '/protection/rules' : null
  return <span className="small no-print">{to === null ? t('case.settable') : <AppLink to={to}>{t('case.settable')}</AppLink>}</span>
}
