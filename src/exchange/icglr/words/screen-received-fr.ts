/* Les mots des certificats reçus d’autres États. */
export const screenReceivedFr = {
  'received.title': 'Certificats reçus d’autres États',
  'received.under': 'Tels que d’autres États membres de la CIRGL les ont envoyés par l’échange de données. Personne ne les a vérifiés ici.',
  'received.open': 'Certificats reçus d’autres États',
  'received.none': 'Aucun certificat reçu',
  'received.none.how':
    'Les autres États membres les transmettent par l’échange de données de la CIRGL. L’administrateur leur remet une clé d’accès ; le guide des intégrateurs dit comment.',
  'received.first': 'Les {n} plus récents sont montrés.',
  'received.source':
    'Source : documents reçus, gardés tels quels dans le journal. Ce qu’ils disent n’ouvre aucun droit ici ; les noms de personnes ne sont pas gardés.',
  'received.serial': 'Pays et numéro',
  'received.at': 'Reçu',
  'received.sent-by': 'Envoyé par',
  'received.sent-by.unknown': 'une clé sans nom',
  'received.expired': 'expiré',
  'received.expired.note': 'La date de fin est passée.',
  'received.verification': 'Vérification',
  'received.verification.with-hash': 'non vérifié ; empreinte du fichier connue',
  'received.verification.without-hash': 'non vérifié',
  'received.verification.file-of-ours': 'non vérifié ; le fichier nommé est d’ici',
  'received.verification.with-hash.note':
    'Non vérifié ici. Demandez le fichier à l’autorité qui l’a délivré et comparez son empreinte SHA-256 avec celle qui est notée plus bas.',
  'received.verification.without-hash.note':
    'Non vérifié ici, et sans empreinte : demandez à l’autorité qui l’a délivré si ce certificat est le sien et s’il compte encore.',
  'received.verification.file-of-ours.note':
    'Ce document donne pour fichier une adresse de ce serveur, qui n’a pas délivré ce certificat. Demandez à l’autorité du pays avant de vous y fier.',
  'received.authority': 'Autorité',
  'received.ore': 'Minerai (code SH)',
  'received.value': 'Valeur en douane',
  'received.route': 'Itinéraire',
  'received.transport': 'Transporteur',
  'received.verified': 'Vérifié là-bas le',
  'received.file': 'Fichier chez l’autorité',
} as const
