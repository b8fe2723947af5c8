import { decimalFromCents } from '#app/shared/cents'

export function amountTag(name: string, amount: number, currency: string): string {
  return `<${name} Ccy="${currency}">${decimalFromCents(amount)}</${name}>`
}

export function reason(
  name: string,
  { code, proprietary, text }: { code?: string; proprietary?: string; text?: string }
): string {
  const chosen = code === undefined ? tag('Prtry', proprietary) : tag('Cd', code)
  return wrap(name, `${wrap('Rsn', chosen)}${tag('AddtlInf', text)}`)
}

export function document(version: string, body: string): Buffer {
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${version}">${body}</Document>`)
}

export function tag(name: string, text: string | undefined): string {
  return text === undefined ? '' : `<${name}>${text}</${name}>`
}

export function wrap(name: string, content: string): string {
  return content === '' ? '' : `<${name}>${content}</${name}>`
}
