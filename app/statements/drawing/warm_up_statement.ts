import type { StatementData, StatementLine } from '#app/statements/content/statement_data'

const LETTERS = 'Le vif zéphyr jubile sur les kumquats du clown gracieux. PORTEZ VOS FICHES À TEMPS'

/**
 * A statement that nobody reads. Rendering it makes a thread parse the fonts, learn the kerning of
 * common letters and compile the drawing code, before a real one waits for it.
 */
export function warmUpStatement(): StatementData {
  const lines = Array.from({ length: 80 }, (_, i) => line(i))
  return {
    number: 'ESSAI-0',
    issuedOn: '2026-01-01',
    issuedAt: '2026-01-01T00:00:00Z',
    fictitious: true,
    federation: { name: LETTERS, siren: '000000000', address: [LETTERS], legalMentions: [LETTERS] },
    association: { code: 'ESSAI', name: LETTERS, siret: null, address: [LETTERS] },
    account: null,
    convention: { code: 'ESSAI', title: LETTERS, funder: LETTERS },
    run: { code: 'ESSAI', until: '2026-01-01' },
    lines,
    corrections: [],
    carriedForward: null,
    rejected: [
      {
        reference: 'ESSAI',
        receivedOn: '2026-01-01',
        code: 'ESSAI',
        message: LETTERS,
        remedy: LETTERS,
      },
    ],
    total: 0,
    payable: 0,
    carried: 0,
    chainHead: '0'.repeat(64),
  }
}

function line(index: number): StatementLine {
  return {
    reference: `${LETTERS.slice(index % 60, (index % 60) + 9)}${index}`,
    saisineOn: '2026-01-01',
    firstContactOn: '2026-01-02',
    lastActOn: null,
    serviceCode: index < 40 ? 'A' : 'B',
    serviceLabel: LETTERS,
    unit: 'per_act',
    quantityAsked: index,
    quantityRetained: index,
    unitAmount: 1234 * index,
    reduction: 0,
    amount: 0,
    note: index % 5 === 0 ? LETTERS : null,
  }
}
