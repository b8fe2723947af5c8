export interface CfonbMovement {
  amount: number
  day?: string
  valueDay?: string
  label?: string
  number?: string
  reference?: string
  code?: string
  reject?: string
  /** Heading and text of each 05 record. */
  information?: [string, string][]
}

export interface CfonbStatement {
  opening?: number
  closing?: number
  currency?: string
  decimals?: string
  account?: string
  movements?: CfonbMovement[]
}

/** The records of CFONB 120 statements, 120 characters each. */
export function cfonbLines(...statements: CfonbStatement[]): string[] {
  return statements.flatMap((statement) => {
    const { opening = 200_000, movements = [] } = statement
    const moved = movements.reduce((sum, { amount }) => sum + amount, 0)
    return [
      cfonbBalance('01', opening, '231126', statement),
      ...movements.flatMap((movement) => cfonbMovement(movement, statement)),
      cfonbBalance('07', statement.closing ?? opening + moved, '241126', statement),
    ]
  })
}

export function cfonb(...statements: CfonbStatement[]): Buffer {
  return Buffer.from(cfonbLines(...statements).join('\r\n'), 'latin1')
}

function cfonbBalance(code: string, amount: number, day: string, of: CfonbStatement): string {
  return `${cfonbHead(code, '    ', '  ', day, of)}${' '.repeat(50)}${cfonbAmount(amount)}`.padEnd(
    120
  )
}

function cfonbMovement(movement: CfonbMovement, of: CfonbStatement): string[] {
  const { day = '241126', code = '06' } = movement
  const head = cfonbHead('04', '0158', code, day, of)
  const zones = [
    (movement.reject ?? '').padEnd(2),
    movement.valueDay ?? day,
    (movement.label ?? '').padEnd(31).slice(0, 31),
    '  ',
    (movement.number ?? '').padStart(7, '0'),
    '  ',
    cfonbAmount(movement.amount),
    movement.reference ?? '',
  ]
  const information = (movement.information ?? []).map(([heading, text]) =>
    `${cfonbHead('05', '0158', code, day, of)}     ${heading}${text}`.padEnd(120)
  )
  return [`${head}${zones.join('')}`.padEnd(120), ...information]
}

function cfonbHead(
  record: string,
  internal: string,
  code: string,
  day: string,
  of: CfonbStatement
) {
  const { currency = 'EUR', decimals = '2', account = '0500013M026' } = of
  return `${record}20041${internal}01005${currency}${decimals} ${account}${code}${day}`
}

/** Fourteen digits, the last one bearing the sign. */
export function cfonbAmount(amount: number): string {
  const digits = String(Math.abs(amount)).padStart(14, '0')
  const signs = amount < 0 ? '}JKLMNOPQR' : '{ABCDEFGHI'
  return `${digits.slice(0, 13)}${signs[Number(digits[13])]}`
}
