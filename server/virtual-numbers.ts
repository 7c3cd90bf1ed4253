import type { Workspace } from './runtime/workspace.ts';

/** The part of the virtual WhatsApp that knows numbers. */
interface VirtualWhatsApp<T> {
  addNumber(number: VirtualNumber<T>): Promise<void>;
  removeNumber(id: string): Promise<void>;
}

interface VirtualNumber<T> {
  readonly phoneNumberId: string;
  readonly wabaId: string;
  readonly displayNumber: string;
  readonly verifiedName: string;
  readonly token: string;
  readonly appSecret: string;
  readonly webhookUrl: string;
  readonly templates: T;
  readonly hints?: readonly string[];
}

interface VirtualNumbersOptions<T> {
  readonly whatsapp: VirtualWhatsApp<T>;
  readonly workspace: Pick<Workspace, 'numbers'>;
  /** Our own address, as this machine reaches it. */
  readonly ownUrl: string;
  /** The templates that are approved for each of them. */
  readonly templates: T;
}

/** Virtual numbers are real to us: the virtual WhatsApp must know them as Meta knows the others. */
export const createVirtualNumbers = <T>({
  whatsapp,
  workspace,
  ownUrl,
  templates,
}: VirtualNumbersOptions<T>) => ({
  /** Makes it know every virtual number as it stands. */
  connect: async (): Promise<void> => {
    for (const number of workspace.numbers().filter(({ virtual }) => virtual))
      await whatsapp.addNumber({
        phoneNumberId: number.id,
        wabaId: number.account,
        displayNumber: number.display,
        verifiedName: number.name,
        token: number.token,
        appSecret: number.appSecret,
        webhookUrl: `${ownUrl}/webhooks/whatsapp`,
        templates,
        ...(number.hints && { hints: number.hints }),
      });
  },
  disconnect: (id: string): Promise<void> => whatsapp.removeNumber(id),
});
