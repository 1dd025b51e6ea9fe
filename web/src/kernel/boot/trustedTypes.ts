interface PolicyRules {
    createHTML(input: string): string | null;
    createScript(input: string): string | null;
    createScriptURL(input: string): string | null;
}

interface PolicyFactory {
    createPolicy(name: string, rules: PolicyRules): unknown;
}

// A policy function that answers null makes the browser throw at the sink.
export const defaultPolicyRules: PolicyRules = {
    // Style elements are filled through innerHTML by the component library; plain CSS has no `<`.
    createHTML: (input) => (input.includes('<') ? null : input),
    createScript: () => null,
    createScriptURL: () => null,
};

/** Creates the policy `default`, the only one which the content security policy permits. */
export function installTrustedTypesPolicy(): void {
    const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
    factory?.createPolicy('default', defaultPolicyRules);
}
