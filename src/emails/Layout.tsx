import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Img,
  Link,
  Preview,
  Section,
  Text,
} from '@react-email/components'

import type { CustomerLanguage } from '../../collections/Customers/fields/language'
import { fill } from '../text/fill'
import type { MailBrand, MailContent } from './content'
import { mailMessages } from './messages/languages'

type LayoutProps = {
  brand: MailBrand
  content: MailContent
  language: CustomerLanguage
}

const font = 'system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif'
const styles = {
  body: { backgroundColor: '#f4f5f7', fontFamily: font, margin: 0, padding: '32px 12px' },
  box: {
    backgroundColor: '#ffffff',
    border: '1px solid #e3e5ea',
    borderRadius: 12,
    margin: '0 auto',
    maxWidth: 520,
    padding: '32px 28px',
  },
  brand: { color: '#1a1d24', fontSize: 15, fontWeight: 600, margin: '0 0 24px' },
  button: {
    borderRadius: 8,
    display: 'inline-block',
    fontSize: 15,
    fontWeight: 600,
    padding: '12px 20px',
    textDecoration: 'none',
  },
  fact: { color: '#3f4451', fontSize: 14, lineHeight: '22px', margin: 0 },
  footer: { color: '#666c7a', fontSize: 12, lineHeight: '18px', margin: '0 0 6px' },
  heading: { color: '#1a1d24', fontSize: 20, lineHeight: '28px', margin: '0 0 16px' },
  text: { color: '#3f4451', fontSize: 15, lineHeight: '24px', margin: '0 0 16px' },
} as const

/** The form of every mail: whose it is, what it says, what can be done, and whom to ask. */
export function Layout({ brand, content, language }: LayoutProps) {
  const messages = mailMessages[language]
  const { body, button, facts, greeting, note, subject } = content
  const buttonStyle = { ...styles.button, backgroundColor: brand.color, color: inkOn(brand.color) }
  return (
    <Html lang={language}>
      <Head>
        <meta content="light" name="color-scheme" />
        <meta content="light" name="supported-color-schemes" />
      </Head>
      <Preview>{subject}</Preview>
      <Body style={styles.body}>
        <Container style={styles.box}>
          {brand.logoUrl ? (
            <Img alt={brand.name} height="32" src={brand.logoUrl} style={{ marginBottom: 24 }} />
          ) : (
            <Text style={styles.brand}>{brand.name}</Text>
          )}
          <Heading as="h1" style={styles.heading}>
            {subject}
          </Heading>
          {greeting && <Text style={styles.text}>{greeting}</Text>}
          <Text style={styles.text}>{body}</Text>
          {facts && (
            <Section style={{ margin: '0 0 20px' }}>
              {facts.map(([name, value]) => (
                <Text key={name} style={styles.fact}>
                  <strong>{name}:</strong> {value}
                </Text>
              ))}
            </Section>
          )}
          {button && (
            <Section style={{ margin: '8px 0 24px' }}>
              <Button href={button.url} style={buttonStyle}>
                {button.label}
              </Button>
            </Section>
          )}
          {note && <Text style={styles.text}>{note}</Text>}
          {button && (
            <Text style={{ ...styles.footer, wordBreak: 'break-all' }}>
              {fill(messages.linkHint, { url: button.url })}
            </Text>
          )}
          <Hr style={{ borderColor: '#e3e5ea', margin: '20px 0' }} />
          <Text style={styles.footer}>{fill(messages.footer, { product: brand.name })}</Text>
          {brand.supportEmail && (
            <Text style={styles.footer}>
              <Link href={`mailto:${brand.supportEmail}`} style={{ color: '#666c7a' }}>
                {fill(messages.support, { email: brand.supportEmail })}
              </Link>
            </Text>
          )}
        </Container>
      </Body>
    </Html>
  )
}

/** Black or white, whichever is easier to read on a colour (WCAG relative luminance). */
function inkOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const value = Number.parseInt(color.slice(start, start + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000000' : '#ffffff'
}
