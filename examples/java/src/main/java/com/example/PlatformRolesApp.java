package com.example;

import software.amazon.awscdk.App;

public final class PlatformRolesApp {
    private PlatformRolesApp() {
    }

    public static void main(final String[] args) {
        App app = new App();
        new ChurnStack(app, "Churn");
        app.synth();
    }
}
