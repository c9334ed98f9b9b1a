import {
  ArrowDown as ArrowDownNode,
  ArrowUp as ArrowUpNode,
  ArrowUpDown as ArrowUpDownNode,
  Check as CheckNode,
  ChevronLeft as ChevronLeftNode,
  ChevronRight as ChevronRightNode,
  ChevronsUpDown as ChevronsUpDownNode,
  CircleAlert as CircleAlertNode,
  CircleCheck as CircleCheckNode,
  Copy as CopyNode,
  Download as DownloadNode,
  ExternalLink as ExternalLinkNode,
  Eye as EyeNode,
  EyeOff as EyeOffNode,
  FileDown as FileDownNode,
  Globe as GlobeNode,
  History as HistoryNode,
  ImageUp as ImageUpNode,
  KeyRound as KeyRoundNode,
  LayoutDashboard as LayoutDashboardNode,
  Lock as LockNode,
  LogOut as LogOutNode,
  MailOpen as MailOpenNode,
  Monitor as MonitorNode,
  Moon as MoonNode,
  Pencil as PencilNode,
  Plus as PlusNode,
  Search as SearchNode,
  SearchX as SearchXNode,
  Settings2 as Settings2Node,
  ShieldCheck as ShieldCheckNode,
  Sun as SunNode,
  Unplug as UnplugNode,
  UserRound as UserRoundNode,
  ZoomIn as ZoomInNode,
  ZoomOut as ZoomOutNode,
  type IconNode,
} from 'lucide'
import type { ReactNode } from 'react'

import { cn } from './ui/cn'

type IconProps = { 'aria-hidden'?: true; className?: string }

/** A picture beside what says the same in words. */
export type Icon = (props: IconProps) => ReactNode

export const ArrowDown = /* @__PURE__ */ iconOf(ArrowDownNode)
export const ArrowUp = /* @__PURE__ */ iconOf(ArrowUpNode)
export const ArrowUpDown = /* @__PURE__ */ iconOf(ArrowUpDownNode)
export const Check = /* @__PURE__ */ iconOf(CheckNode)
export const ChevronLeft = /* @__PURE__ */ iconOf(ChevronLeftNode)
export const ChevronRight = /* @__PURE__ */ iconOf(ChevronRightNode)
export const ChevronsUpDown = /* @__PURE__ */ iconOf(ChevronsUpDownNode)
export const CircleAlert = /* @__PURE__ */ iconOf(CircleAlertNode)
export const CircleCheck = /* @__PURE__ */ iconOf(CircleCheckNode)
export const Copy = /* @__PURE__ */ iconOf(CopyNode)
export const Download = /* @__PURE__ */ iconOf(DownloadNode)
export const ExternalLink = /* @__PURE__ */ iconOf(ExternalLinkNode)
export const Eye = /* @__PURE__ */ iconOf(EyeNode)
export const EyeOff = /* @__PURE__ */ iconOf(EyeOffNode)
export const FileDown = /* @__PURE__ */ iconOf(FileDownNode)
export const Globe = /* @__PURE__ */ iconOf(GlobeNode)
export const History = /* @__PURE__ */ iconOf(HistoryNode)
export const ImageUp = /* @__PURE__ */ iconOf(ImageUpNode)
export const KeyRound = /* @__PURE__ */ iconOf(KeyRoundNode)
export const LayoutDashboard = /* @__PURE__ */ iconOf(LayoutDashboardNode)
export const Lock = /* @__PURE__ */ iconOf(LockNode)
export const LogOut = /* @__PURE__ */ iconOf(LogOutNode)
export const MailOpen = /* @__PURE__ */ iconOf(MailOpenNode)
export const Monitor = /* @__PURE__ */ iconOf(MonitorNode)
export const Moon = /* @__PURE__ */ iconOf(MoonNode)
export const Pencil = /* @__PURE__ */ iconOf(PencilNode)
export const Plus = /* @__PURE__ */ iconOf(PlusNode)
export const Search = /* @__PURE__ */ iconOf(SearchNode)
export const SearchX = /* @__PURE__ */ iconOf(SearchXNode)
export const Settings2 = /* @__PURE__ */ iconOf(Settings2Node)
export const ShieldCheck = /* @__PURE__ */ iconOf(ShieldCheckNode)
export const Sun = /* @__PURE__ */ iconOf(SunNode)
export const Unplug = /* @__PURE__ */ iconOf(UnplugNode)
export const UserRound = /* @__PURE__ */ iconOf(UserRoundNode)
export const ZoomIn = /* @__PURE__ */ iconOf(ZoomInNode)
export const ZoomOut = /* @__PURE__ */ iconOf(ZoomOutNode)

/** Its shapes are one text and not elements of React's: a fifth of what a page has been made of. */
function iconOf(node: IconNode): Icon {
  const shapes = { __html: node.map(shapeOf).join('') }
  return function Icon({ className }) {
    return (
      <svg
        aria-hidden
        className={cn('portal-icon', className)}
        // Constants of the library's.
        dangerouslySetInnerHTML={shapes}
        // Where the styles are not there, or not yet.
        fill="none"
        height="24"
        viewBox="0 0 24 24"
        width="24"
      />
    )
  }
}

function shapeOf([tag, attributes]: IconNode[number]): string {
  const texts = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`)
  return `<${tag}${texts.join('')}/>`
}
