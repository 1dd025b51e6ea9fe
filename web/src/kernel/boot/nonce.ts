let nonce = '';

/** Takes the nonce out of the document, where nothing else can read it afterwards. */
export function readNonce(): void {
    const element = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
    nonce = element?.nonce || element?.getAttribute('nonce') || '';
    element?.remove();
}

export function styleNonce(): string {
    return nonce;
}
