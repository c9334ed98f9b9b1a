import { avatarVersion } from '../../avatar/avatarVersion'
import { AvatarForm } from '../../avatar/AvatarForm'
import { CopyButton } from '../../components/CopyButton'
import { fill } from '../../../text/fill'
import { getI18n } from '../../i18n/getI18n'
import { openPage } from '../../shell/openPage'
import { getTheme } from '../../theme/getTheme'
import { ThemeSwitch } from '../../theme/ThemeSwitch'
import { Section } from '../Section'
import { SettingsFrame } from '../SettingsFrame'
import { settingsPath } from '../tabs'
import { LanguageForm } from './LanguageForm'
import { NameForm } from './NameForm'

/** How the customer is addressed, what support asks for, and how the portal looks. */
export async function ProfilePage({ isPhotoTooLarge }: { isPhotoTooLarge: boolean }) {
  const { customer, pages } = await openPage(settingsPath('profile'))
  const [{ messages }, theme] = await Promise.all([getI18n(), getTheme()])
  const texts = messages.settings
  const clientId = customer.clientId ?? ''
  return (
    <SettingsFrame pages={pages} tab="profile">
      <Section hint={texts.profileHint} title={texts.profile}>
        <NameForm name={customer.name} />
      </Section>
      <Section hint={texts.photoHint} title={texts.photo}>
        <AvatarForm
          hasAvatar={Boolean(customer.avatar)}
          isTooLarge={isPhotoTooLarge}
          name={customer.name}
          version={avatarVersion(customer)}
        />
      </Section>
      <Section hint={texts.clientIdHint} title={texts.clientId}>
        <div className="flex min-h-8 items-center gap-1.5">
          <span className="font-mono text-[0.8125rem] wrap-anywhere">{clientId}</span>
          <CopyButton label={fill(messages.copy.copy, { what: texts.clientId })} text={clientId} />
        </div>
      </Section>
      <Section hint={texts.languageHint} title={messages.language}>
        <LanguageForm language={customer.language ?? null} />
      </Section>
      <Section hint={texts.appearanceHint} title={texts.appearance}>
        <ThemeSwitch theme={theme} />
      </Section>
    </SettingsFrame>
  )
}
