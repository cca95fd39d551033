/* What the server and the device refuse about imports and transfers of HTCDS, in French. */
export const fr = {
  'refusal.import-holds-identity':
    'La demande contient une donnée qui identifie ({field}) : elle a été refusée et rien n’a été gardé. Mettez l’application à jour.',
  'refusal.transfer-needs-consent':
    'La personne n’a pas dit oui à ce transfert, ou a retiré son accord. Demandez-lui, puis notez sa réponse dans le dossier.',
  'refusal.transfer-referral-not-open':
    'Ce référencement n’est pas en cours : aucun fichier avec le nom ne part pour lui. Envoyez-en un nouveau si le besoin demeure.',
  'refusal.file-leave-missing':
    'Une autre personne, qui supervise, doit d’abord permettre ce fichier ; sa permission vaut {hours} heures. Demandez-la sous « Référencements ».',
  'refusal.file-not-asked-for': 'Personne n’a demandé de fichier pour ce référencement. Qui le fera le demande d’abord.',
  'refusal.file-allowed-by-another-person':
    'Un fichier avec le nom est permis par une autre personne que celle qui l’a demandé, et qui supervise. Demandez-le à la supervision.',
  'refusal.transfer-key-not-valid':
    'Cette clé n’est pas celle d’un destinataire. Demandez-lui sa clé publique (elle commence par age1) par un autre moyen.',
} as const
