/* A new draft gets its id at once, so that everything about it has one address from the first letter on. */
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { newId } from '../../../../app/api.ts'
import { Loading } from '../../../../app/kit/states.tsx'

export function NewOrderScreen() {
  const navigate = useNavigate()
  const gone = useRef(false)
  useEffect(() => {
    // The way of going changes with every drawing; one draft is begun all the same.
    if (gone.current) return
    gone.current = true
    void navigate({ to: `/orders/drafts/${newId()}`, search: { new: '1' }, replace: true })
  }, [navigate])
  return <Loading />
}
