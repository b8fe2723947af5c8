import { json, listOf, refusal, whole } from '#app/portal/api/openapi_words'

const NEXT = {
  type: ['string', 'null'],
  description: 'Repère à donner dans « apres » pour lire la suite ; nul à la fin.',
}

const KEPT_OFF = {
  '401': refusal('Aucun jeton valable.'),
  '429': refusal('Trop de demandes ; Retry-After dit combien de secondes attendre.'),
}

const PAGE = [
  {
    name: 'apres',
    in: 'query',
    description: 'Repère donné par la page précédente.',
    schema: { type: 'string' },
  },
  {
    name: 'limite',
    in: 'query',
    description: 'Nombre de lignes par page.',
    schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
  },
]

/** Each address: what it takes, and all that it may answer. */
export const PATHS = {
  '/api/v1/saisines': {
    get: {
      summary: 'Vos saisines, de la plus ancienne à la plus récente',
      parameters: PAGE,
      responses: {
        '200': {
          description: 'Une page de saisines.',
          content: json(whole({ saisines: listOf('Saisine'), suite: NEXT })),
        },
        '400': refusal('Un paramètre n’est pas lisible.'),
        ...KEPT_OFF,
      },
    },
  },
  '/api/v1/fiches': {
    post: {
      summary: 'Envoyer la fiche retour d’une saisine, ou sa correction',
      parameters: [
        {
          name: 'Idempotency-Key',
          in: 'header',
          required: true,
          description:
            'Une clé par fiche envoyée : la même demande, renvoyée avec la même clé, reçoit la même réponse et n’a qu’un effet.',
          schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{8,64}$' },
        },
      ],
      requestBody: { required: true, content: json({ $ref: '#/components/schemas/Fiche' }) },
      responses: {
        '201': {
          description: 'La fiche est reçue.',
          content: json(
            whole({
              fiche: whole({
                reference_saisine: { type: 'string' },
                convention: { type: 'string' },
                version: { type: 'integer', minimum: 1 },
              }),
            })
          ),
        },
        '400': refusal('La clé manque, ou le corps n’est pas du JSON.'),
        '404': refusal('Cette saisine ne vous est pas confiée.'),
        '409': refusal(
          'La clé a servi pour un autre contenu, une autre version a été envoyée entre-temps, ou la campagne est soumise.'
        ),
        '413': refusal('Le corps de la demande est trop lourd.'),
        '415': refusal('Le corps n’est pas annoncé comme du JSON.'),
        '422': refusal('La fiche n’est pas recevable : chaque raison dit comment y remédier.'),
        ...KEPT_OFF,
      },
    },
  },
  '/api/v1/releves': {
    get: {
      summary: 'Vos relevés, du plus ancien au plus récent',
      parameters: PAGE,
      responses: {
        '200': {
          description: 'Une page de relevés.',
          content: json(whole({ releves: listOf('Releve'), suite: NEXT })),
        },
        '400': refusal('Un paramètre n’est pas lisible.'),
        ...KEPT_OFF,
      },
    },
  },
  '/api/v1/releves/{numero}': {
    get: {
      summary: 'Un relevé et ses lignes',
      parameters: [
        { name: 'numero', in: 'path', required: true, schema: { type: 'string' } },
        ...PAGE,
      ],
      responses: {
        '200': {
          description: 'Le relevé, et une page de ses lignes.',
          content: json(whole({ releve: { $ref: '#/components/schemas/ReleveLu' }, suite: NEXT })),
        },
        '400': refusal('Un paramètre n’est pas lisible.'),
        '404': refusal('Vous n’avez pas de relevé de ce numéro.'),
        ...KEPT_OFF,
      },
    },
  },
} as const
