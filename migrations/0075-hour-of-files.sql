-- Whose time in a team is over sees neither that a case has files nor their bytes, as with everything else of the case.
alter policy readers on case_file using (
  case_scope() = 'record'
  or exists (
    select 1 from case_member m
    where m.tenant_id = case_file.tenant_id and m.case_id = case_file.case_id and m.account_id = case_account() and m.left_at is null
      and (m.until_at is null or m.until_at > case_now())
      and case_file.vault = any (m.vaults)
  )
);
